package fangpin.kernel.benefit;

import java.util.ArrayList;
import java.util.List;

/** Small help with lists of registers. */
final class Registers {
    private Registers() {}

    static List<Integer> of(int first, List<Integer> rest) {
        List<Integer> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
