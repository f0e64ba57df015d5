package fangpin.office.register.roster;

import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterField;
import fangpin.tables.Cells;
import fangpin.tables.RowHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** 逐行检查: reads the lines below the header, finds who stands in the file twice, and hands rows on in batches. */
final class LineReader implements RowHandler {
    static final int MOST_ROWS = 1_500_000;
    private static final int BATCH = 2_000;

    /** A household of the file. */
    private record Seen(int number, long village, int row) {}

    private final ColumnMapping mapping;
    private final RowReader reader;
    private final Consumer<List<ReadRow>> taker;
    private final CheckRun run;
    private final long deadline;
    private final SeenPersons persons = new SeenPersons();
    private final Map<String, Seen> households = new HashMap<>();
    private final List<String> householdNumbers = new ArrayList<>();
    private List<ReadRow> rows = new ArrayList<>(BATCH);
    private int count;
    private long last;

    LineReader(ColumnMapping mapping, RowReader reader, Consumer<List<ReadRow>> taker, CheckRun run, long deadline) {
        this.mapping = mapping;
        this.reader = reader;
        this.taker = taker;
        this.run = run;
        this.deadline = deadline;
    }

    /** Rows with anything in them. */
    int count() {
        return count;
    }

    @Override
    public void row(long written, Cells cells) {
        // a damaged workbook may number rows twice or backwards: each keeps a number of its own, and none is lost
        long line = Math.max(written, last + 1);
        last = line;
        if (line <= mapping.headerLine() || RowReader.isBlank(cells)) {
            return;
        }
        count++;
        if ((count & 255) == 0) {
            look();
        }
        if (count > MOST_ROWS) {
            throw new StoppedException(StoppedException.Cause.TOO_MANY_ROWS);
        }
        PersonRow row = reader.read((int) line, cells);
        Problem problem = row == null ? Objects.requireNonNull(reader.problem()) : repeated(row);
        Bytes packed = PackedCells.pack(cells);
        rows.add(
                problem == null
                        ? new ReadRow.Good(Objects.requireNonNull(row), packed)
                        : new ReadRow.Bad((int) line, problem, packed));
        if (rows.size() == BATCH) {
            flush();
        }
    }

    private void look() {
        run.read(count);
        if (run.isCancelled()) {
            throw new StoppedException(StoppedException.Cause.CANCELLED);
        }
        if (System.nanoTime() > deadline) {
            throw new StoppedException(StoppedException.Cause.TOO_SLOW);
        }
    }

    /** Hands on what is left. */
    void flush() {
        taker.accept(rows);
        rows = new ArrayList<>(BATCH);
        run.read(count);
    }

    private @Nullable Problem repeated(PersonRow row) {
        Seen household = households.get(row.household());
        if (household == null) {
            household = new Seen(households.size() + 1, row.village().id(), row.number());
            households.put(row.household(), household);
            householdNumbers.add(row.household());
        } else if (household.village != row.village().id()) {
            return Problem.of(
                    RosterFault.HOUSEHOLD_IN_TWO_VILLAGES, mapping.column(RosterField.HOUSEHOLD_NUMBER), household.row);
        }
        long key = key(row);
        int before = persons.add(key, row.number(), household.number);
        if (before == 0) {
            return null;
        }
        int column = mapping.column(row.id() == null ? RosterField.NAME : RosterField.ID_NUMBER);
        return persons.household(key) == household.number
                ? Problem.of(RosterFault.PERSON_TWICE, column, before)
                : Problem.of(
                        RosterFault.PERSON_IN_TWO_HOUSEHOLDS,
                        column,
                        before,
                        householdNumbers.get(persons.household(key) - 1));
    }

    private static long key(PersonRow row) {
        if (row.id() != null) {
            return row.id().body();
        }
        long hash = 1125899906842597L;
        String text = row.household() + "\t" + row.name() + "\t" + row.born();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash | Long.MIN_VALUE;
    }

    @Override
    public void restart(List<String> header) {
        throw new IllegalStateException("lines never restart");
    }
}
