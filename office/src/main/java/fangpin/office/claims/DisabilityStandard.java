package fangpin.office.claims;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * 人身保险伤残评定标准 (JR/T 0083-2013, 4.3): the grade of several injuries. What a grade pays is the pack's.
 */
public final class DisabilityStandard {
    /** The worst grade. */
    public static final int WORST = 1;

    /** The least. */
    public static final int LEAST = 10;

    private DisabilityStandard() {}

    /**
     * The grade of an accident's injuries: the worst; where two or more share it, one better paid, never beyond grade 1. The same part is
     * rated once, at its worst.
     *
     * @return empty when there is no injury
     */
    public static OptionalInt combined(Collection<Injury> injuries) {
        Map<List<Object>, Integer> parts = new HashMap<>();
        for (Injury injury : injuries) {
            parts.merge(List.of(injury.system(), injury.part().strip()), injury.grade(), Math::min);
        }
        OptionalInt worst = parts.values().stream().mapToInt(Integer::intValue).min();
        if (worst.isEmpty()) {
            return worst;
        }
        long shared = parts.values().stream()
                .filter(grade -> grade == worst.getAsInt())
                .count();
        return OptionalInt.of(shared > 1 ? Math.max(WORST, worst.getAsInt() - 1) : worst.getAsInt());
    }
}
