package fangpin.batch.cases;

import fangpin.tables.Cells;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows that matter to one case: its own, and all of its persons. */
public final class Focus {
    private final String caseId;
    private final Set<String> persons;
    private final Set<String> lowerCase;

    /**
     * What to look at.
     *
     * @param persons ids of the persons named by rows with this case id
     */
    public Focus(String caseId, Set<String> persons) {
        this.caseId = caseId;
        this.persons = Set.copyOf(persons);
        this.lowerCase =
                persons.stream().map(person -> person.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Also persons whose id differs in letter case: they explain a near miss. */
    boolean person(Cells cells, int column) {
        return lowerCase.contains(cells.text(column).toLowerCase(Locale.ROOT));
    }

    boolean caseRow(Cells cells, int person, int id) {
        return (person < cells.count() && persons.contains(cells.text(person)))
                || (id < cells.count() && cells.text(id).equals(caseId));
    }
}
