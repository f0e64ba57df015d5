package fangpin.kernel.allocation;

import fangpin.kernel.Text;

/**
 * 资金来源 Where the money of an item comes from.
 *
 * @param fund name of the fund
 */
public record FundSource(FundLevel level, Text fund) {}
