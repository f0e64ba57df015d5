package fangpin.office.access;

/** 密钥不可用: the office does not start with keys that are missing, known, guessable or readable by others. */
public final class KeysRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Says which file and why; holds nothing of the key. */
    public KeysRefusedException(String reason) {
        super(reason);
    }
}
