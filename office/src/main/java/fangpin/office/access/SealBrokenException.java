package fangpin.office.access;

/** 密文损坏: a sealed value that does not open: altered, of another kind, or its key is gone. Names the kind, never the value. */
public final class SealBrokenException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** For a value of the kind. */
    public SealBrokenException(FieldKind kind, String reason) {
        super("a sealed value of kind " + kind + " does not open: " + reason);
    }
}
