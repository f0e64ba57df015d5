package fangpin.batch.cases;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Product;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the rows that bear a case id, and whose they are. */
public sealed interface CaseSearch {
    /** What was found. */
    record Found(long rows, Set<String> persons) implements CaseSearch {}

    /** The file cannot be read. */
    record Refused(Text message) implements CaseSearch {}

    /** Looks through a case file. */
    static CaseSearch persons(Product product, Path cases, String id) {
        return switch (Tables.open(cases)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> {
                HeaderMatch match = new HeaderMatch(table.header());
                CaseColumns.of(new CaseLayout(product), match, table.header().size());
                Text problem = match.problem(cases.toString());
                yield problem.zh().isEmpty() ? search(table, product, cases, id) : new Refused(problem);
            }
        };
    }

    private static CaseSearch refused(FileRefusal refusal) {
        return new Refused(new Text(refusal.message().zh(), refusal.message().en()));
    }

    private static CaseSearch search(Table table, Product product, Path cases, String id) {
        Finder finder = new Finder(product, cases.toString(), id, table.header());
        try {
            return switch (table.read(finder)) {
                case FileRefusal refusal -> refused(refusal);
                case TableOutcome.AllRead read -> new Found(finder.rows, finder.persons);
            };
        } catch (CannotSettleException refused) {
            return new Refused(refused.text());
        }
    }

    /** Looks at one row after the other. */
    final class Finder implements RowHandler {
        private final Product product;
        private final String file;
        private final byte[] wanted;
        private final Set<String> persons = new HashSet<>();
        private long rows;
        private int idColumn;
        private int personColumn;

        private Finder(Product product, String file, String id, List<String> header) {
            this.product = product;
            this.file = file;
            this.wanted = id.getBytes(StandardCharsets.UTF_8);
            restart(header);
        }

        @Override
        public void row(long row, Cells cells) {
            if (idColumn < cells.count()
                    && Arrays.equals(
                            wanted, 0, wanted.length, cells.data(), cells.start(idColumn), cells.end(idColumn))) {
                rows++;
                if (personColumn < cells.count()) {
                    persons.add(cells.text(personColumn));
                }
            }
        }

        @Override
        public void restart(List<String> header) {
            HeaderMatch match = new HeaderMatch(header);
            idColumn = match.find(Naming.caseId(product.caseKind()));
            personColumn = match.find(Naming.PERSON);
            match.orRefuse(file);
            persons.clear();
            rows = 0;
        }
    }
}
