package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** 人数表 What is stated of each division, measure by measure. A unit's figures are its own, without the units inside it. */
public final class Headcounts {
    /** Persons or fen. */
    private final Map<Key, Long> values;

    /** Which measure of which division. */
    record Key(String division, String measure) {}

    Headcounts(Map<Key, Long> values) {
        this.values = Map.copyOf(values);
    }

    /** Persons, or fen if the measure is in yuan; empty if nothing is stated. */
    public OptionalLong value(String division, String measure) {
        Long value = values.get(new Key(division, measure));
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** An amount stated; 0 if none is. */
    public Fen amount(String division, String measure) {
        return new Fen(value(division, measure).orElse(0));
    }

    /** Whether anything is stated of any division under this measure. */
    public boolean states(Measure measure) {
        return values.keySet().stream().anyMatch(key -> key.measure.equals(measure.id()));
    }

    /** The divisions that something is stated of, by code. */
    public SortedSet<String> divisions() {
        SortedSet<String> codes = new TreeSet<>();
        values.keySet().forEach(key -> codes.add(key.division));
        return codes;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
