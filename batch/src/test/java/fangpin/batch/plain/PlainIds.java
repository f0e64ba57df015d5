package fangpin.batch.plain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Ids are compared by their UTF-8 bytes: {@code B10} before {@code B2}; case and spaces count. */
final class PlainIds {
    static final Comparator<String> BY_BYTES = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private PlainIds() {}
}
