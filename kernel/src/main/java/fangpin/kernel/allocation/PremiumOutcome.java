package fangpin.kernel.allocation;

/** What came of working out a premium: a {@link PremiumDue}, or the reason why not. */
public sealed interface PremiumOutcome permits PremiumDue, FundRefusal {}
