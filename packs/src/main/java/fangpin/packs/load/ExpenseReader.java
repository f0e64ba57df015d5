package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.provision.NegativeList;
import fangpin.packs.load.ProvisionsReader.Head;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what special funds never pay for, and what must be there before they pay. */
final class ExpenseReader {
    private static final int MOST_ACCOUNT = 999_999_999;

    private final Clauses clauses;

    ExpenseReader(Clauses clauses) {
        this.clauses = clauses;
    }

    NegativeList negativeList(Cursor item) {
        Head head = Head.of(item, clauses);
        List<NegativeList.Item> items = new ArrayList<>();
        Set<String> categories = new HashSet<>();
        for (Cursor one : item.field("items").items()) {
            NegativeList.Item expense = expense(one, head.clause());
            if (!expense.category().isEmpty() && !categories.add(expense.category())) {
                ProvisionsReader.twice(one.field("category"), expense.category());
            }
            items.add(expense);
        }
        return new NegativeList(head.id(), head.name(), head.clause(), List.copyOf(items));
    }

    private NegativeList.Item expense(Cursor item, ClauseId own) {
        String category = item.field("category").word();
        Text name = item.field("name").text();
        ClauseId clause = item.optional("clause").map(clauses::cited).orElse(own);
        List<String> printed = item.field("printed").items().stream()
                .map(word -> printed(word, clause))
                .toList();
        List<String> alike = item.optional("alike").map(Cursor::words).orElse(List.of());
        NegativeList.Instead instead =
                item.optional("instead").map(ExpenseReader::instead).orElse(null);
        item.done();
        item.context().figuresUnder(clause);
        return new NegativeList.Item(category, name, clause, printed, alike, instead);
    }

    /** A word that the clause prints. */
    private String printed(Cursor cursor, ClauseId clause) {
        String word = cursor.word();
        boolean stands = clauses.clause(clause)
                .map(Clause::paragraphs)
                .map(paragraphs -> String.join("\n", paragraphs).contains(word))
                .orElse(true);
        if (!stands) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.UNKNOWN_WORD,
                            word,
                            "条款 " + clause + " 里没有“" + word + "”；printed 只写条款原话，其他说法写在 alike 里。",
                            "Clause " + clause + " does not print \"" + word
                                    + "\"; the clause's own words stand under printed, others under alike.");
        }
        return word;
    }

    private static NegativeList.Instead instead(Cursor field) {
        NegativeList.Instead instead = new NegativeList.Instead(
                field.field("payer").text(), Values.count(field.field("outside_account"), 1, MOST_ACCOUNT));
        field.done();
        return instead;
    }

    Gate gate(Cursor item) {
        Head head = Head.of(item, clauses);
        return new Gate(
                head.id(),
                head.name(),
                head.clause(),
                item.field("opens").text(),
                item.field("needs").text(),
                item.field("hardness").choice(Gate.Hardness.values()));
    }
}
