package fangpin.kernel.allocation;

/** 资金层级 Whose budget money comes from. */
public enum FundLevel {
    CENTRAL,
    PROVINCE,
    CITY,
    DISTRICT;

    /** Whether money of this level is handed down to the divisions; their own money is not. */
    public boolean fromAbove() {
        return this != DISTRICT;
    }
}
