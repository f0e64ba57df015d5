package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.fund.Yuan;
import fangpin.office.project.BudgetLine;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** 项目表单: what the forms of projects say, out of what was typed, and a plan as its form shows it. */
public final class ProjectForm {
    /** Rows of the budget that the form offers. */
    public static final int LINES = 5;

    private ProjectForm() {}

    /** The value typed, with a point if there is one; empty when it is none. */
    static Optional<BigDecimal> value(Typed typed, String field) {
        String said = typed.in(field);
        return said.matches("[0-9]{1,14}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(said)) : Optional.empty();
    }

    /** Fen of an amount in yuan; empty when it is not written like one. */
    static OptionalLong fen(Typed typed, String field) {
        return Yuan.fen(typed.in(field));
    }

    /** The plan typed. */
    static Answer<ProjectPlan> plan(Typed typed) {
        Optional<LocalDate> starts = typed.day("startsOn");
        Optional<LocalDate> ends = typed.day("endsOn");
        boolean metWrongly = typed.isSet("metOn") && typed.day("metOn").isEmpty();
        if (starts.isEmpty() || ends.isEmpty() || metWrongly) {
            return Answer.refused(ProjectRefusal.BAD_DATE);
        }
        List<BudgetLine> lines = new ArrayList<>();
        for (int row = 1; row <= LINES; row++) {
            if (typed.in("amount" + row).isBlank() && typed.in("purpose" + row).isBlank()) {
                continue;
            }
            OptionalLong fen = fen(typed, "amount" + row);
            if (fen.isEmpty() || fen.getAsLong() == 0) {
                return Answer.refused(ProjectRefusal.BAD_AMOUNT);
            }
            lines.add(new BudgetLine(
                    typed.choice(BudgetLine.Level.class, "level" + row).orElse(BudgetLine.Level.OTHER),
                    typed.in("source" + row),
                    typed.in("purpose" + row),
                    fen.getAsLong()));
        }
        String[] item = typed.in("item").split("/", 2);
        return Answer.done(new ProjectPlan(
                typed.in("place"),
                typed.count("year"),
                typed.in("name"),
                item[0],
                item.length > 1 ? item[1] : "",
                typed.in("content"),
                typed.in("benefit"),
                typed.in("implementer"),
                typed.in("responsible"),
                starts.get(),
                ends.get(),
                typed.isSet("forInstantHelp"),
                typed.count("households"),
                typed.count("persons"),
                typed.day("metOn").orElse(null),
                lines));
    }

    /** A plan as its form shows it. */
    static Typed of(ProjectPlan plan) {
        Map<String, String> fields = new HashMap<>();
        fields.put("place", plan.path());
        fields.put("year", Integer.toString(plan.year()));
        fields.put("name", plan.name());
        fields.put("item", plan.pack() + "/" + plan.item());
        fields.put("content", plan.content());
        fields.put("benefit", plan.benefit());
        fields.put("implementer", plan.implementer());
        fields.put("responsible", plan.responsible());
        fields.put("startsOn", plan.startsOn().toString());
        fields.put("endsOn", plan.endsOn().toString());
        if (plan.forInstantHelp()) {
            fields.put("forInstantHelp", "true");
        }
        fields.put("households", Integer.toString(plan.households()));
        fields.put("persons", Integer.toString(plan.persons()));
        LocalDate met = plan.metOn();
        if (met != null) {
            fields.put("metOn", met.toString());
        }
        int row = 1;
        for (BudgetLine line : plan.budget()) {
            fields.put("level" + row, Project.word(line.level()));
            fields.put("source" + row, line.source());
            fields.put("purpose" + row, line.purpose());
            fields.put(
                    "amount" + row,
                    String.format(Locale.ROOT, "%d.%02d", line.amountFen() / 100, line.amountFen() % 100));
            row++;
        }
        return Typed.of(fields);
    }
}
