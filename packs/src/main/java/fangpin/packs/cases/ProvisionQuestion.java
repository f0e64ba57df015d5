package fangpin.packs.cases;

import fangpin.kernel.provision.AssistanceMeasure;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.Contradiction;
import fangpin.kernel.provision.FirstPayer;
import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.provision.NegativeList;
import fangpin.kernel.provision.PayerOrder;
import fangpin.kernel.provision.PointsScheme;
import fangpin.kernel.provision.PointsTable;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Responsibility;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Target;
import fangpin.kernel.provision.TargetGroup;
import fangpin.kernel.provision.Tie;
import fangpin.kernel.provision.TimeLimit;
import fangpin.kernel.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a case may ask of a provision.
 *
 * @param columns that may be given, and what their cells hold
 * @param result the column of the answer
 * @param answer from the cells given, blank ones left out
 */
record ProvisionQuestion(Map<String, Cell> columns, String result, Function<Map<String, String>, String> answer) {
    /** What the cells of a column hold. */
    enum Cell {
        DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}", "日期，如 2020-01-01", "a date such as 2020-01-01"),
        NUMBER("[0-9]{1,9}", "整数", "a whole number"),
        YES_NO("yes|no", "yes 或 no", "yes or no"),
        WORDS("(?s).*", "文字", "words");

        private final String pattern;
        final String acceptedZh;
        final String acceptedEn;

        Cell(String pattern, String acceptedZh, String acceptedEn) {
            this.pattern = pattern;
            this.acceptedZh = acceptedZh;
            this.acceptedEn = acceptedEn;
        }

        boolean accepts(String cell) {
            return cell.matches(pattern) && (this != DATE || isDay(cell));
        }

        private static boolean isDay(String cell) {
            try {
                return LocalDate.parse(cell).toString().equals(cell);
            } catch (DateTimeException noSuchDay) {
                return false;
            }
        }
    }

    /** The question that a provision answers; empty if it decides nothing that a case could ask. */
    static Optional<ProvisionQuestion> of(Provision provision) {
        return switch (provision) {
            case TimeLimit limit -> Optional.of(limit(limit));
            case NegativeList list ->
                Optional.of(new ProvisionQuestion(
                        Map.of("category", Cell.WORDS, "purpose", Cell.WORDS),
                        "answer",
                        given -> answer(list.judge(text(given, "category"), text(given, "purpose")))));
            case Gate gate ->
                Optional.of(new ProvisionQuestion(
                        Map.of("met", Cell.YES_NO, "exception", Cell.YES_NO),
                        "passage",
                        given -> word(gate.passage(yes(given, "met"), yes(given, "exception")))));
            case PointsScheme points -> Optional.ofNullable(points.table()).map(ProvisionQuestion::points);
            case Target target ->
                Optional.of(new ProvisionQuestion(
                        Map.of("before", Cell.NUMBER, "now", Cell.NUMBER),
                        "reached",
                        given -> word(target.reached(number(given, "before"), number(given, "now")))));
            case FirstPayer first ->
                Optional.of(new ProvisionQuestion(
                        Map.of("cause", Cell.WORDS),
                        "pays_first",
                        given -> word(first.paysFirst(text(given, "cause")))));
            case TargetGroup _,
                    Checklist _,
                    PayerOrder _,
                    FundPurposes _,
                    Statement _,
                    Reallocation _,
                    Tie _,
                    Contradiction _,
                    Responsibility _,
                    AssistanceMeasure _ -> Optional.empty();
        };
    }

    /** Its events are the columns, and those of the limits around it. Working days are Monday to Friday: a case states no holidays. */
    private static ProvisionQuestion limit(TimeLimit limit) {
        Map<String, Cell> columns = new LinkedHashMap<>();
        for (TimeLimit one = limit; one != null; one = one.within()) {
            one.events().forEach(event -> columns.put(event.id(), Cell.DATE));
        }
        return new ProvisionQuestion(columns, "deadline", given -> {
            Map<String, LocalDate> happened = new HashMap<>();
            given.forEach((event, day) -> happened.put(event, LocalDate.parse(day)));
            return limit.deadline(happened, WorkCalendar.WEEKDAYS)
                    .map(LocalDate::toString)
                    .orElse("");
        });
    }

    /** Its items are the columns: how often each was met in a round. */
    private static ProvisionQuestion points(PointsTable table) {
        Map<String, Cell> columns = new LinkedHashMap<>();
        table.items().forEach(item -> columns.put(item.id(), Cell.NUMBER));
        return new ProvisionQuestion(columns, "points", given -> {
            Map<String, Integer> times = new HashMap<>();
            given.forEach((item, number) -> times.put(item, Integer.parseInt(number)));
            return Long.toString(table.points(times));
        });
    }

    private static String answer(NegativeList.Answer answer) {
        return switch (answer) {
            case NegativeList.Refused _ -> "refused";
            case NegativeList.Suspect _ -> "suspect";
            case NegativeList.NotListed _ -> "not-listed";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(Map<String, String> given, String column) {
        return given.getOrDefault(column, "");
    }

    private static boolean yes(Map<String, String> given, String column) {
        return text(given, column).equals("yes");
    }

    private static long number(Map<String, String> given, String column) {
        return Long.parseLong(given.getOrDefault(column, "0"));
    }
}
