package fangpin.kernel.allocation;

/** What came of splitting a scheme's money: an {@link Allocation}, or the reason why not. */
public sealed interface AllocationOutcome permits Allocation, FundRefusal {}
