package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.fund.Yuan;
import fangpin.office.project.BudgetLine;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.web.TypedDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** 所填: the fields of a form of projects as they were typed. */
public record Typed(Map<String, String> fields) {
    /** Rows of the budget that the form offers. */
    public static final int LINES = 5;

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** Nothing. */
    static Typed none() {
        return new Typed(Map.of());
    }

    /** What was typed into a field. */
    public String in(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The day typed; empty when it is none. */
    Optional<LocalDate> day(String field) {
        return TypedDay.of(in(field));
    }

    long number(String field) {
        return in(field).matches("[0-9]{1,18}") ? Long.parseLong(in(field)) : 0;
    }

    int whole(String field) {
        return (int) Math.min(Integer.MAX_VALUE, number(field));
    }

    int version() {
        return whole("version");
    }

    boolean isSet(String field) {
        return !in(field).isEmpty();
    }

    /** The value typed, with a point if there is one; empty when it is none. */
    Optional<BigDecimal> value(String field) {
        String typed = in(field).strip();
        return typed.matches("[0-9]{1,14}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    /** Fen of an amount in yuan; empty when it is not written like one. */
    OptionalLong fen(String field) {
        return Yuan.fen(in(field).strip());
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> type, String field) {
        String word = in(field).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The plan typed. */
    Answer<ProjectPlan> plan() {
        Optional<LocalDate> starts = day("startsOn");
        Optional<LocalDate> ends = day("endsOn");
        boolean metWrongly = isSet("metOn") && day("metOn").isEmpty();
        if (starts.isEmpty() || ends.isEmpty() || metWrongly) {
            return Answer.refused(ProjectRefusal.BAD_DATE);
        }
        List<BudgetLine> lines = new ArrayList<>();
        for (int row = 1; row <= LINES; row++) {
            if (in("amount" + row).isBlank() && in("purpose" + row).isBlank()) {
                continue;
            }
            OptionalLong fen = fen("amount" + row);
            if (fen.isEmpty() || fen.getAsLong() == 0) {
                return Answer.refused(ProjectRefusal.BAD_AMOUNT);
            }
            lines.add(new BudgetLine(
                    choice(BudgetLine.Level.class, "level" + row).orElse(BudgetLine.Level.OTHER),
                    in("source" + row),
                    in("purpose" + row),
                    fen.getAsLong()));
        }
        String[] item = in("item").split("/", 2);
        return Answer.done(new ProjectPlan(
                in("place"),
                whole("year"),
                in("name"),
                item[0],
                item.length > 1 ? item[1] : "",
                in("content"),
                in("benefit"),
                in("implementer"),
                in("responsible"),
                starts.get(),
                ends.get(),
                isSet("forInstantHelp"),
                whole("households"),
                whole("persons"),
                day("metOn").orElse(null),
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
        return new Typed(fields);
    }
}
