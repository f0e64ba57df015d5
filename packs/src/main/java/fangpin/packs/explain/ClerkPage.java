package fangpin.packs.explain;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.packs.explain.TextTable.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 结算说明 One page for the clerk: figures at the left, clause ids at the right margin, the clauses' words at the end. */
final class ClerkPage {
    private final PolicyPack pack;
    private final Settlement settlement;
    private final Messages messages;

    ClerkPage(PolicyPack pack, Settlement settlement, Messages messages) {
        this.pack = pack;
        this.settlement = settlement;
        this.messages = messages;
    }

    String text() {
        Quantities quantities = new Quantities(settlement.product(), messages);
        ClerkTables tables = new ClerkTables(settlement, quantities, messages);
        ClerkSteps steps = new ClerkSteps(settlement.explanation(), quantities, messages);
        ClerkLaw law =
                new ClerkLaw(pack, settlement.product(), settlement.explanation(), settlement.receipt(), messages);
        List<String> page = new ArrayList<>(head());
        section(page, "clerk.for-person", Monospace.wrap(new PersonSentence(settlement, messages).text(), 2));
        section(page, "clerk.inputs", tables.inputs());
        section(page, "clerk.waterfall", tables.waterfall());
        section(page, "clerk.steps", steps.applied());
        section(page, "clerk.not-applied", steps.notApplied());
        section(page, "clerk.bounds", steps.bounds(settlement.product()));
        section(page, "clerk.accumulators", tables.accumulators());
        section(page, "clerk.limits", tables.limits());
        section(page, "clerk.readings", law.readings());
        section(page, "clerk.clauses", law.clauses());
        section(page, "clerk.receipt", law.receipt());
        return String.join("\n", page) + "\n";
    }

    private void section(List<String> page, String heading, List<String> lines) {
        section(page, heading, lines, messages);
    }

    static void section(List<String> page, String heading, List<String> lines, Messages messages) {
        if (!lines.isEmpty()) {
            page.add("");
            page.add(messages.text("clerk.section", messages.text(heading)));
            page.addAll(lines);
        }
    }

    private List<String> head() {
        Product product = settlement.product();
        CaseInput input = settlement.input();
        TextTable facts = new TextTable(Align.LEFT, Align.LEFT);
        facts.row(
                messages.text("clerk.pack"), messages.text("clerk.pack-named", messages.name(pack.title()), pack.id()));
        facts.row(
                switch (product.caseKind()) {
                    case BILL -> messages.text("clerk.bill");
                    case CLAIM -> messages.text("clerk.claim");
                },
                input.caseId());
        facts.row(messages.text("clerk.person"), input.personId());
        for (Map.Entry<String, String> key : new TreeMap<>(input.keys()).entrySet()) {
            facts.row(keyLabel(key.getKey()), key.getValue());
        }
        facts.row(dateLabel(product.dateBasis(), messages), input.decidingDate().toString());
        facts.row(
                messages.text("clerk.paid"),
                messages.text("clerk.yuan", settlement.paid().readable()));
        facts.row(
                messages.text("clerk.year-paid"),
                messages.text("clerk.yuan", settlement.yearPaid().readable()));
        List<String> head = new ArrayList<>();
        head.add(Monospace.margins(
                messages.text("clerk.title", messages.name(product.name())),
                product.clause().text()));
        head.add("=".repeat(Monospace.PAGE));
        head.addAll(facts.lines(0));
        return head;
    }

    private String keyLabel(String name) {
        return settlement.product().inputs().stream()
                .filter(column -> column.name().equals(name))
                .map(column -> messages.name(column.label()))
                .findFirst()
                .orElse(name);
    }

    /** What the date that decides cover is called. */
    static String dateLabel(Product.DateBasis basis, Messages messages) {
        return switch (basis) {
            case ADMISSION -> messages.text("date.admission");
            case DISCHARGE -> messages.text("date.discharge");
            case ACCIDENT -> messages.text("date.accident");
        };
    }
}
