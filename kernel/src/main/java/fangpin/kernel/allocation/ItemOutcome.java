package fangpin.kernel.allocation;

/** What came of splitting one item: an {@link ItemSplit}, or the reason why not. */
public sealed interface ItemOutcome permits ItemSplit, FundRefusal {}
