package fangpin.office.register.roster;

/** 中止: leaves the reading of a file from within; carries no stack, for it is no defect. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the reading was left. */
    enum Cause {
        /** enough was read */
        ENOUGH,
        /** someone cancelled it */
        CANCELLED,
        /** more rows than a roster may have */
        TOO_MANY_ROWS,
        /** it took too long */
        TOO_SLOW
    }

    private final Cause why;

    StoppedException(Cause why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
