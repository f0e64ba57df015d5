package fangpin.tables;

import java.io.IOException;

/** Carries a refusal out of a stream to the face of the package; never leaves it. */
final class RefusalException extends IOException {

    final transient FileRefusal refusal;

    RefusalException(FileRefusal refusal) {
        super(refusal.message().en());
        this.refusal = refusal;
    }
}
