package fangpin.batch.cases;

import fangpin.kernel.Text;

/** Carries a refusal of the whole run out of a worker; it never leaves this package. */
final class CannotSettleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    CannotSettleException(Text text) {
        super(text.en(), null, false, false);
        this.text = text;
    }

    Text text() {
        return text;
    }
}
