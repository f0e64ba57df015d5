package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.settlement.Receipt;
import fangpin.kernel.settlement.Settlement;
import fangpin.packs.explain.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** 依据 The clerk page's end: readings with what else the words could mean, the words of every clause cited, the receipt. */
final class ClerkLaw {
    private final PolicyPack pack;
    private final Settlement settlement;
    private final Messages messages;

    ClerkLaw(PolicyPack pack, Settlement settlement, Messages messages) {
        this.pack = pack;
        this.settlement = settlement;
        this.messages = messages;
    }

    List<String> readings() {
        List<String> lines = new ArrayList<>();
        for (Reading reading : settlement.product().readings()) {
            String clauses =
                    messages.list(reading.clauses().stream().map(ClauseId::text).toList());
            lines.add(Monospace.margins(
                    "  " + messages.text("reading.question", reading.id(), messages.name(reading.question())),
                    clauses));
            for (Reading.Choice choice : reading.choices()) {
                boolean chosen = choice.id().equals(reading.chosen());
                lines.addAll(Monospace.wrap(
                        messages.text(
                                chosen ? "reading.chosen" : "reading.other",
                                messages.name(choice.meaning()),
                                choice.id()),
                        6));
            }
            lines.addAll(Monospace.wrap(messages.text("reading.decided", messages.name(reading.decidedBy())), 6));
        }
        return lines;
    }

    /** The words of every cited clause, once, in document order; of a clause cited by paragraph only those paragraphs. */
    List<String> clauses() {
        Map<ClauseId, SortedSet<Integer>> cited = cited();
        List<String> lines = new ArrayList<>();
        for (Document document : pack.documents()) {
            List<Clause> clauses = document.clauses().stream()
                    .filter(clause -> cited.containsKey(clause.id()))
                    .toList();
            if (!clauses.isEmpty()) {
                lines.addAll(Monospace.wrap(
                        messages.text(
                                "clause.document",
                                document.number(),
                                document.title(),
                                document.issued().toString()),
                        2));
            }
            for (Clause clause : clauses) {
                SortedSet<Integer> paragraphs = cited.remove(clause.id());
                lines.addAll(Monospace.wrap(clause.id() + "  " + clause.heading(), 2));
                lines.addAll(words(clause, paragraphs == null ? new TreeSet<>() : paragraphs));
            }
        }
        for (ClauseId missing : cited.keySet()) {
            lines.addAll(Monospace.wrap(missing(missing), 2));
        }
        return lines;
    }

    private String missing(ClauseId clause) {
        PolicyPack.Superior superior = pack.superior();
        boolean own =
                pack.documents().stream().anyMatch(document -> document.id().equals(clause.document()));
        return superior == null || own
                ? messages.text("clause.missing", clause.text())
                : messages.text("clause.elsewhere", clause.text(), superior.id());
    }

    private static List<String> words(Clause clause, SortedSet<Integer> paragraphs) {
        List<String> lines = new ArrayList<>();
        boolean several = clause.paragraphs().size() > 1;
        for (int number = 1; number <= clause.paragraphs().size(); number++) {
            if (paragraphs.contains(0) || paragraphs.contains(number)) {
                String mark = several ? (char) ('①' + number - 1) + " " : "";
                lines.addAll(Monospace.wrap(mark + clause.paragraphs().get(number - 1), 4));
            }
        }
        return lines;
    }

    /** Cited clauses with their cited paragraphs, 0 for the whole clause. */
    private Map<ClauseId, SortedSet<Integer>> cited() {
        Map<ClauseId, SortedSet<Integer>> cited = new TreeMap<>();
        cite(cited, settlement.product().clause());
        for (PayerLayer layer : settlement.product().layers()) {
            cite(cited, layer.clause());
        }
        for (StepTrace trace : settlement.explanation().steps()) {
            cite(cited, trace.step().clause());
        }
        for (Reading reading : settlement.product().readings()) {
            for (ClauseId clause : reading.clauses()) {
                cite(cited, clause);
            }
        }
        return cited;
    }

    private static void cite(Map<ClauseId, SortedSet<Integer>> cited, ClauseId clause) {
        cited.computeIfAbsent(clause.whole(), _ -> new TreeSet<>()).add(clause.paragraph());
    }

    List<String> receipt() {
        Receipt receipt = settlement.receipt();
        String superior = receipt.superiorPackHash();
        List<String> readings = new ArrayList<>();
        receipt.readings().forEach((id, choice) -> readings.add(id + "=" + choice));
        List<String> lines = new ArrayList<>(new TextTable(Align.LEFT, Align.LEFT)
                .row(messages.text("receipt.engine"), receipt.engineVersion())
                .row(messages.text("receipt.pack"), receipt.packId() + "@" + receipt.packHash())
                .row(messages.text("receipt.superior"), superior == null ? messages.text("receipt.none") : superior)
                .row(messages.text("receipt.input"), receipt.inputHash())
                .row(messages.text("receipt.readings"), String.join(" ", readings))
                .lines(2));
        return lines;
    }
}
