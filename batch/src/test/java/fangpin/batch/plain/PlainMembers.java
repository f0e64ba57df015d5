package fangpin.batch.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The members file: every person with all spells. One bad row refuses the run. */
final class PlainMembers {
    private final TreeMap<String, List<PlainSpell>> spellsByPerson = new TreeMap<>(PlainIds.BY_BYTES);

    private PlainMembers() {}

    static PlainMembers read(String text) {
        PlainTable table = PlainTable.read(text, PlainColumns.MEMBERS);
        PlainMembers members = new PlainMembers();
        for (PlainRecord record : table.rows()) {
            members.add(table, record);
        }
        return members;
    }

    private void add(PlainTable table, PlainRecord record) {
        if (!table.fits(record)) {
            throw new PlainRefusal("more or fewer cells than the header", record.row());
        }
        for (String column : List.of("person_id", "category", "from")) {
            if (table.cell(record, column).isEmpty()) {
                throw new PlainRefusal(column + " is empty", record.row());
            }
        }
        LocalDate from = date(table.cell(record, "from"), record);
        String toCell = table.cell(record, "to");
        LocalDate to = toCell.isEmpty() ? LocalDate.MAX : date(toCell, record);
        if (from.isAfter(to)) {
            throw new PlainRefusal("from is after to", record.row());
        }
        String category = PlainWords.english(table.cell(record, "category"));
        spellsByPerson
                .computeIfAbsent(table.cell(record, "person_id"), newPerson -> new ArrayList<>())
                .add(new PlainSpell(category, from, to));
    }

    private static LocalDate date(String cell, PlainRecord record) {
        Optional<LocalDate> date = PlainDate.read(cell);
        if (date.isEmpty()) {
            throw new PlainRefusal("not a date: " + cell, record.row());
        }
        return date.get();
    }

    boolean knows(String person) {
        return spellsByPerson.containsKey(person);
    }

    boolean covers(String person, LocalDate day) {
        for (PlainSpell spell : spellsByPerson.getOrDefault(person, List.of())) {
            if (PlainCover.gives(spell, day)) {
                return true;
            }
        }
        return false;
    }
}
