package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Tie;
import fangpin.kernel.provision.TieOut;
import fangpin.packs.load.ProvisionsReader.Head;
import fangpin.packs.words.Quantity;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what several places state of the same money, and holds them against each other. */
final class TieReader {
    private static final Pattern CELLS = Pattern.compile("([^.]+)\\.([^.]+)(?:\\.([^.]+))?");

    private final Clauses clauses;
    private final ProvisionsReader provisions;

    TieReader(Clauses clauses, ProvisionsReader provisions) {
        this.clauses = clauses;
        this.provisions = provisions;
    }

    /** Its amount may stand in no clause: then the figures of both lines are its ground, and it is a finding. */
    Reallocation reallocation(Cursor item) {
        Head head = Head.of(item, clauses);
        ClauseId to = clauses.cited(item.field("to"));
        Fen amount = Values.money(item.field("amount"));
        return new Reallocation(
                head.id(),
                head.name(),
                head.clause(),
                to,
                amount,
                item.field("ground").choice(Reallocation.Ground.values()),
                item.field("reason").text());
    }

    FundPurposes purposes(Cursor item) {
        Head head = Head.of(item, clauses);
        Tie.Term source = term(item.field("source"));
        List<ListedItem> purposes = ProvisionsReader.listed(item.field("purposes"), head.clause(), clauses);
        return new FundPurposes(head.id(), head.name(), head.clause(), source, purposes);
    }

    Tie tie(Cursor item) {
        Head head = Head.of(item, clauses);
        int before = item.context().problems.size();
        List<Tie.Term> left = terms(item.field("left"));
        List<Tie.Term> right = terms(item.field("right"));
        Text remainder = item.optional("remainder").map(Cursor::text).orElse(null);
        Tie tie = new Tie(head.id(), head.name(), head.clause(), left, right, remainder);
        boolean sound =
                Stream.concat(left.stream(), right.stream()).noneMatch(term -> provisions.isFaulty(provision(term)));
        if (remainder == null
                && sound
                && item.context().problems.size() == before
                && !item.context().waits()) {
            hold(tie, item);
        }
        return tie;
    }

    private List<Tie.Term> terms(Cursor field) {
        return field.items().stream().map(this::term).toList();
    }

    private Tie.Term term(Cursor cursor) {
        String word = cursor.word();
        Matcher cells = CELLS.matcher(word);
        Tie.Term term =
                cells.matches() ? new Tie.Cells(cells.group(1), cells.group(2), cells.group(3)) : new Tie.Moved(word);
        String of = provision(term);
        boolean open = provisions.waits(of) || provisions.isFaulty(of) || word.isEmpty();
        if (!open && new TieOut(provisions.known()).amounts(term).isEmpty()) {
            List<String> known = known(term);
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.UNKNOWN_QUANTITY,
                            word,
                            "没有“" + word + "”；写成 报表.行、报表.行.列，或调剂的名称：" + String.join("、", known) + "。",
                            "There is no \"" + word + "\"; a term is statement.row, statement.row.column, or a"
                                    + " reallocation: " + String.join(", ", known) + ".");
        }
        return term;
    }

    /** Id of the provision that a term is taken from. */
    private static String provision(Tie.Term term) {
        return switch (term) {
            case Tie.Cells cells -> cells.statement();
            case Tie.Moved(String id) -> id;
        };
    }

    /** What might have been meant: the rows of that statement, else every statement and reallocation. */
    private List<String> known(Tie.Term term) {
        List<String> known = new ArrayList<>();
        for (Provision provision : provisions.known()) {
            if (provision instanceof Statement statement) {
                if (term instanceof Tie.Cells cells && cells.statement().equals(statement.id())) {
                    return statement.rows().stream()
                            .map(row -> statement.id() + "." + row.id())
                            .toList();
                }
                known.add(statement.id() + ".*");
            } else if (provision instanceof Reallocation reallocation) {
                known.add(reallocation.id());
            }
        }
        return known;
    }

    private void hold(Tie tie, Cursor item) {
        Map<String, Long> differences = new TieOut(provisions.known()).differences(tie);
        for (Map.Entry<String, Long> difference : differences.entrySet()) {
            if (difference.getValue() != 0) {
                Quantity off = Quantity.of(provisions.known(), tie, difference.getKey(), difference.getValue());
                String column = difference.getKey().isEmpty() ? "" : " " + difference.getKey();
                item.context()
                        .problem(
                                item.place(),
                                Problem.Reason.DOES_NOT_TIE,
                                tie.id() + column,
                                "“" + tie.id() + column + "”两边不等：左边减右边相差 " + off.plain()
                                        + "；请核对原文，左边本应多出的写明 remainder。",
                                "\"" + tie.id() + column + "\" does not tie out: left less right is " + off.plain()
                                        + "; check it against the document; say what the left has more under"
                                        + " remainder.");
            }
        }
    }
}
