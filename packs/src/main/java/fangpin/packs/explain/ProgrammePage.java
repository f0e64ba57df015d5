package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.packs.explain.TextTable.Align;
import java.util.ArrayList;
import java.util.List;

/** 项目计算说明 One page for the clerk about a programme that was worked out. */
final class ProgrammePage {
    private final PolicyPack pack;
    private final ProgrammeRun.Outcome.Granted granted;
    private final Programme programme;
    private final Explanation explanation;
    private final Quantities quantities;
    private final Messages messages;

    ProgrammePage(PolicyPack pack, ProgrammeRun.Outcome.Granted granted, Messages messages) {
        this.pack = pack;
        this.granted = granted;
        this.programme = granted.programme();
        this.explanation = granted.explanation();
        this.quantities = new Quantities(programme, messages);
        this.messages = messages;
    }

    String text() {
        ClerkSteps steps = new ClerkSteps(explanation, quantities, messages);
        ClerkLaw law = new ClerkLaw(pack, programme, explanation, granted.receipt(), messages);
        List<String> page = new ArrayList<>(head());
        ClerkPage.section(page, "clerk.results", results(), messages);
        ClerkPage.section(page, "clerk.inputs", inputs(), messages);
        ClerkPage.section(page, "clerk.steps", steps.applied(), messages);
        ClerkPage.section(page, "clerk.not-applied", steps.notApplied(), messages);
        ClerkPage.section(page, "clerk.readings", law.readings(), messages);
        ClerkPage.section(page, "clerk.clauses", law.clauses(), messages);
        ClerkPage.section(page, "clerk.receipt", law.receipt(), messages);
        return String.join("\n", page) + "\n";
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        head.add(Monospace.margins(
                messages.text("clerk.programme", messages.name(programme.name())),
                programme.clause().text()));
        head.add("=".repeat(Monospace.PAGE));
        head.addAll(new TextTable(Align.LEFT, Align.LEFT)
                .row(
                        messages.text("clerk.pack"),
                        messages.text("clerk.pack-named", messages.name(pack.title()), pack.id()))
                .row(messages.text("clerk.date"), granted.date().toString())
                .lines(0));
        return head;
    }

    private List<String> results() {
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT);
        for (Programme.Result result : programme.results()) {
            table.row(
                    messages.name(result.name()),
                    quantities.value(result.register(), granted.value(result)),
                    messages.name(result.funder()));
        }
        return table.lines(2);
    }

    private List<String> inputs() {
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT);
        for (int register = 0; register < programme.inputs().size(); register++) {
            table.row(quantities.label(register), quantities.value(register, explanation.value(register)));
        }
        return table.lines(2);
    }
}
