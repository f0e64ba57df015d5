package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.settlement.Receipt;
import fangpin.packs.explain.TextTable.Align;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** 依据 The clerk page's end: readings with what else the words could mean, the words of every clause cited, the receipt. */
final class ClerkLaw {
    private final PolicyPack pack;
    private final Calculation calculation;
    private final Explanation explanation;
    private final Receipt receipt;
    private final Messages messages;

    ClerkLaw(PolicyPack pack, Calculation calculation, Explanation explanation, Receipt receipt, Messages messages) {
        this.pack = pack;
        this.calculation = calculation;
        this.explanation = explanation;
        this.receipt = receipt;
        this.messages = messages;
    }

    List<String> readings() {
        List<String> lines = new ArrayList<>();
        for (Reading reading : calculation.readings()) {
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
        for (Document document : documents()) {
            List<Clause> clauses = document.clauses().stream()
                    .filter(clause -> cited.containsKey(clause.id()))
                    .toList();
            if (!clauses.isEmpty()) {
                lines.addAll(Monospace.wrap(
                        messages.text(
                                "clause.document",
                                document.number(),
                                document.title(),
                                document.issued().equals(LocalDate.MIN)
                                        ? messages.text("clause.undated")
                                        : document.issued().toString()),
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

    /** The pack's documents, then those of the pack above. */
    private List<Document> documents() {
        List<Document> documents = new ArrayList<>(pack.documents());
        PolicyPack.Superior superior = pack.superior();
        if (superior != null) {
            documents.addAll(superior.documents());
        }
        return documents;
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
        cite(cited, calculation.clause());
        switch (calculation) {
            case Product product ->
                product.layers().stream().map(PayerLayer::clause).forEach(clause -> cite(cited, clause));
            case Programme programme ->
                programme.eligible().stream().map(Programme.Group::clause).forEach(clause -> cite(cited, clause));
        }
        for (StepTrace trace : explanation.steps()) {
            cite(cited, trace.step().clause());
        }
        for (Reading reading : calculation.readings()) {
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
