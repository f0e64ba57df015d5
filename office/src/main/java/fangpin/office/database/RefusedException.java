package fangpin.office.database;

/** Carries a refusal from the depth of the file system to the command line; checked, so that nobody forgets it. */
public final class RefusedException extends Exception {
    private final transient Refusal refusal;

    /** Refuses for a reason, with what its text needs. */
    public RefusedException(Reason reason, Object... arguments) {
        this(Refusal.of(reason, arguments));
    }

    private RefusedException(Refusal refusal) {
        super(refusal.text().en());
        this.refusal = refusal;
    }

    /** What to tell the person at the terminal. */
    public Refusal refusal() {
        return refusal;
    }
}
