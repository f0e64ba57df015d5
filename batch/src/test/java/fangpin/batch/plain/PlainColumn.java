package fangpin.batch.plain;

import java.util.List;

/** A column: its English name, its other names, and whether the file must have it. */
record PlainColumn(String name, List<String> otherNames, boolean needed) {
    static PlainColumn needed(String name, String... otherNames) {
        return new PlainColumn(name, List.of(otherNames), true);
    }

    static PlainColumn optional(String name, String... otherNames) {
        return new PlainColumn(name, List.of(otherNames), false);
    }

    boolean isCalled(String header) {
        return name.equals(header) || otherNames.contains(header);
    }
}
