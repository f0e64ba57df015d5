package fangpin.office.enrolment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 名单之后的变动: what a new list of a contract and place would change, as counted last; a person counts once for each way.
 *
 * @param asOf day the register was looked at for
 */
public record PendingChange(
        Contract contract, String path, LocalDate asOf, int added, int ended, int changed, Instant countedAt) {}
