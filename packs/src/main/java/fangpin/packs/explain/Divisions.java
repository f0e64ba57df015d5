package fangpin.packs.explain;

import fangpin.kernel.benefit.Operation;
import java.util.stream.Collectors;

/** How divisions of an amount are written. */
final class Divisions {
    private Divisions() {}

    /** The weights of all parts: {@code 7:3}. */
    static String ratio(Operation.Share share) {
        return share.weights().stream().map(String::valueOf).collect(Collectors.joining(":"));
    }
}
