package fangpin.packs.cases;

import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The columns of a case's table: those before the {@code =} are given, those after it expected.
 *
 * @param given names, in the order of the cells
 * @param expected names, in the order of the cells after the {@code =}
 */
record CaseTable(List<String> given, List<String> expected) {
    private static final String EQUALS = "=";

    /**
     * Reads the columns of a case.
     *
     * @param givable name by every header that may stand before the {@code =}
     * @param expectable names that may stand after it
     */
    static CaseTable read(Cursor list, Map<String, String> givable, List<String> expectable) {
        List<String> given = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        boolean after = false;
        for (Cursor item : list.items()) {
            String header = item.word();
            String name = after ? header : givable.getOrDefault(header, header);
            List<String> accepted = after ? expectable : List.copyOf(givable.keySet());
            if (!after && header.equals(EQUALS)) {
                after = true;
            } else if (!accepted.contains(name)) {
                item.unknownWord(header, accepted);
            } else if ((after ? expected : given).contains(name)) {
                item.context()
                        .problem(
                                item.place(),
                                Problem.Reason.DUPLICATE_KEY,
                                header,
                                "列“" + header + "”写了两次；每列只能写一次。",
                                "The column \"" + header + "\" stands twice; each column may stand once.");
            } else {
                (after ? expected : given).add(name);
            }
        }
        if (expected.isEmpty() && !list.absent()) {
            list.wrongType("给出的列、“=”、期望的列", "given columns, \"=\", expected columns");
        }
        return new CaseTable(List.copyOf(given), List.copyOf(expected));
    }

    /** Deals the cells of a row out to those before the {@code =} and those after it. */
    void cells(Cursor row, BiConsumer<String, Cursor> toGiven, BiConsumer<String, Cursor> toExpected) {
        List<Cursor> cells = row.items();
        int equals = given.size();
        int size = given.size() + 1 + expected.size();
        if (cells.size() != size || !cells.get(equals).cell().equals(EQUALS)) {
            row.wrongType(
                    size + " 格，第 " + (equals + 1) + " 格为“=”",
                    size + " cells, the one numbered " + (equals + 1) + " being \"=\"");
            return;
        }
        for (int index = 0; index < equals; index++) {
            toGiven.accept(given.get(index), cells.get(index));
        }
        for (int index = 0; index < expected.size(); index++) {
            toExpected.accept(expected.get(index), cells.get(equals + 1 + index));
        }
    }
}
