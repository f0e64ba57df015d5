package fangpin.batch.cases;

import fangpin.batch.store.RecordWriter;
import fangpin.batch.store.RowStore;
import fangpin.kernel.Text;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import fangpin.tables.Cells;
import fangpin.tables.RowHandler;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a members file into days of cover, by person. The first row that is wrong ends the run. */
final class MembersReader implements RowHandler {
    private final String file;
    private final Product product;
    private final @Nullable Focus focus;
    private final CaseStores stores;
    private final RowStore.Writer store;
    private final int streamMask;
    private final byte[][] categories;
    private final byte[][] names;
    private int count;
    private int person;
    private int category;
    private int from;
    private int to;
    private @Nullable Problem problem;
    private int lastRule = -1;
    private int lastFrom = -1;
    private int lastTo = -1;
    private int coverFrom;
    private int coverUntil;

    /** What is wrong with a row, which is numbered within the part. */
    private record Problem(long row, Text what) {}

    MembersReader(
            String file, Product product, List<String> header, int part, CaseStores stores, @Nullable Focus focus) {
        this.file = file;
        this.focus = focus;
        this.product = product;
        this.stores = stores;
        this.store = stores.members().writer(part);
        this.streamMask = stores.personStreams() - 1;
        this.categories =
                words(product.cover().stream().map(CoverRule::category).toList());
        this.names =
                words(product.cover().stream().map(rule -> rule.name().zh()).toList());
        columns(header);
    }

    private static byte[][] words(List<String> words) {
        return words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    private void columns(List<String> header) {
        HeaderMatch match = new HeaderMatch(header);
        count = header.size();
        person = match.find(Naming.PERSON);
        category = match.find(Naming.CATEGORY);
        from = match.find(Naming.FROM);
        to = match.find(Naming.TO);
        match.orRefuse(file);
    }

    /**
     * What is wrong with the first bad row, or null.
     *
     * @param rowsBefore rows of the file before the part
     */
    @Nullable
    Text problem(long rowsBefore) {
        return problem == null
                ? null
                : CaseMessages.text("members-row", Long.toString(rowsBefore + problem.row), problem.what);
    }

    void flush() {
        store.flush();
    }

    @Override
    public void restart(List<String> header) {
        store.forget();
        stores.members().clear();
        problem = null;
        columns(header);
    }

    @Override
    public void row(long row, Cells cells) {
        if (problem != null) {
            return;
        }
        if (cells.count() != count) {
            wrong(row, CaseMessages.text("members-bad-row", Integer.toString(cells.count()), Integer.toString(count)));
        } else if (cells.lostDigits(person)) {
            wrong(row, CaseMessages.text("members-bad-id", cells.text(person)));
        } else if (cells.isEmpty(person)) {
            wrong(row, CaseMessages.text("members-missing", Naming.PERSON.name()));
        } else if (cells.isEmpty(category)) {
            wrong(row, CaseMessages.text("members-missing", Naming.CATEGORY.name()));
        } else if (cells.isEmpty(from)) {
            wrong(row, CaseMessages.text("members-missing", Naming.FROM.name()));
        } else {
            spell(row, cells);
        }
    }

    private void spell(long row, Cells cells) {
        int first = CellValues.day(cells.data(), cells.start(from), cells.end(from));
        boolean open = cells.isEmpty(to);
        int last = open ? Integer.MAX_VALUE : CellValues.day(cells.data(), cells.start(to), cells.end(to));
        if (first < 0) {
            wrong(row, CaseMessages.text("members-bad-date", Naming.FROM.name(), cells.text(from)));
        } else if (last < 0) {
            wrong(row, CaseMessages.text("members-bad-date", Naming.TO.name(), cells.text(to)));
        } else if (last < first) {
            wrong(row, CaseMessages.text("members-order", cells.text(from), cells.text(to)));
        } else {
            cover(rule(cells), first, last);
            if (focus == null || focus.person(cells, person)) {
                add(cells);
            }
        }
    }

    private int rule(Cells cells) {
        byte[] data = cells.data();
        int start = cells.start(category);
        int end = cells.end(category);
        for (int rule = 0; rule < categories.length; rule++) {
            if (Arrays.equals(categories[rule], 0, categories[rule].length, data, start, end)
                    || Arrays.equals(names[rule], 0, names[rule].length, data, start, end)) {
                return rule;
            }
        }
        return -1;
    }

    /** Days of cover of a spell; most rows of a file say the same as the row before. */
    private void cover(int rule, int first, int last) {
        if (rule == lastRule && first == lastFrom && last == lastTo) {
            return;
        }
        lastRule = rule;
        lastFrom = first;
        lastTo = last;
        coverFrom = 0;
        coverUntil = 0;
        if (rule >= 0 && product.cover().get(rule).answer() == CoverRule.Answer.YES) {
            Optional<Period> covered = product.cover()
                    .get(rule)
                    .cover(
                            Period.ofInclusive(
                                    Days.date(first), last == Integer.MAX_VALUE ? LocalDate.MAX : Days.date(last)),
                            product.period());
            if (covered.isPresent()) {
                coverFrom = Days.of(covered.get().from());
                coverUntil = Days.of(covered.get().until());
            }
        }
    }

    private void add(Cells cells) {
        int start = cells.start(person);
        int end = cells.end(person);
        long hash = PersonId.hash(PersonId.number(cells.data(), start, end), cells.data(), start, end);
        int stream = (int) (hash >>> 40) & streamMask;
        RecordWriter record = store.begin(stream, end - start + 3 * RecordWriter.NUMBER_BYTES);
        record.string(cells.data(), start, end);
        record.number(coverFrom);
        record.number(coverUntil);
        store.end();
    }

    private void wrong(long row, Text what) {
        problem = new Problem(row, what);
    }
}
