package fangpin.tables;

import java.io.IOException;

/** Carries the place of a byte that an encoding does not allow through the CSV library; never leaves this package. */
final class BadByteException extends IOException {

    final long offset;

    BadByteException(long offset) {
        this.offset = offset;
    }
}
