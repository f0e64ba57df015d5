package fangpin.office.claims;

import org.jspecify.annotations.Nullable;

/**
 * 核定: what the handler found out, for the rules to work with. The kind and grade come from the claim itself.
 *
 * @param eligibleFen eligible cost of accident medical; null for the other kinds
 * @param otherPaidFen what basic insurance, a liable third party and others paid for this claim
 * @param disasterPaidFen what the disaster insurance paid first; null if nobody asked yet
 */
public record Assessment(
        @Nullable Long eligibleFen,
        long otherPaidFen,
        @Nullable Long disasterPaidFen) {}
