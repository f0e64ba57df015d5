package fangpin.kernel.allocation;

import fangpin.kernel.allocation.FundRefusal.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes headcounts row by row as files and cases write them, each checked on its own. What needs all rows (a division left out, amounts
 * that do not add up) is checked by what uses them. Mutable.
 */
public final class HeadcountRows {
    private static final Pattern PERSONS = Pattern.compile("[0-9]{1,12}");
    private static final int SHOWN = 200;
    private static final Pattern YUAN = Pattern.compile("([0-9]{1,12})(?:\\.([0-9]{1,2}))?");

    private final List<Division> divisions;
    private final List<Measure> measures;
    private final Map<Headcounts.Key, Long> values = new HashMap<>();

    /**
     * No rows yet.
     *
     * @param divisions those that rows may name; if there are none listed, rows may name any
     * @param measures those that rows may name
     */
    public HeadcountRows(List<Division> divisions, List<Measure> measures) {
        this.divisions = List.copyOf(divisions);
        this.measures = List.copyOf(measures);
    }

    /**
     * Takes a row.
     *
     * @param value a whole number of persons, or yuan with at most two decimals
     * @return why the row is not taken, or empty
     */
    public Optional<FundRefusal> add(String division, String measure, String value) {
        Optional<String> code = code(division);
        if (code.isEmpty()) {
            return Optional.of(unknownDivision(cut(division)));
        }
        Optional<Measure> known = measures.stream()
                .filter(one -> one.id().equals(measure) || one.name().zh().equals(measure))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of(unknownMeasure(cut(measure)));
        }
        return add(code.get(), known.get(), value);
    }

    private Optional<FundRefusal> add(String division, Measure measure, String value) {
        Pattern form = switch (measure.unit()) {
            case PERSONS -> PERSONS;
            case YUAN -> YUAN;
        };
        if (!form.matcher(value).matches()) {
            return Optional.of(badValue(measure, cut(value)));
        }
        long read = switch (measure.unit()) {
            case PERSONS -> Long.parseLong(value);
            case YUAN -> fen(value);
        };
        return values.putIfAbsent(new Headcounts.Key(division, measure.id()), read) == null
                ? Optional.empty()
                : Optional.of(FundRefusal.of(
                        Reason.REPEATED_VALUE,
                        "区划“" + division + "”的指标“" + measure.id() + "”写了两次；每个区划每个指标只能有一行。",
                        "The division \"" + division + "\" states \"" + measure.id()
                                + "\" twice; each measure of a division may stand once."));
    }

    /** Cells may be of any length; messages are not. */
    private static String cut(String cell) {
        return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN);
    }

    private static long fen(String yuan) {
        int point = yuan.indexOf('.');
        String whole = point < 0 ? yuan : yuan.substring(0, point);
        String parts = point < 0 ? "00" : (yuan.substring(point + 1) + "0").substring(0, 2);
        return 100 * Long.parseLong(whole) + Long.parseLong(parts);
    }

    /** What the rows state together. */
    public Headcounts headcounts() {
        return new Headcounts(values);
    }

    private Optional<String> code(String division) {
        if (divisions.isEmpty()) {
            return Optional.of(division).filter(word -> !word.isEmpty());
        }
        return divisions.stream()
                .filter(one -> one.code().equals(division) || one.name().zh().equals(division))
                .map(Division::code)
                .findFirst();
    }

    private FundRefusal unknownDivision(String division) {
        String codes = divisions.isEmpty()
                ? ""
                : divisions.stream().map(Division::code).collect(Collectors.joining(", "));
        return FundRefusal.of(
                Reason.UNKNOWN_DIVISION,
                "没有区划“" + division + "”；可以写：" + (codes.isEmpty() ? "任何不为空的代码" : codes) + "。",
                "There is no division \"" + division + "\"; accepted are: "
                        + (codes.isEmpty() ? "any code that is not empty" : codes) + ".");
    }

    private FundRefusal unknownMeasure(String measure) {
        return FundRefusal.of(
                Reason.UNKNOWN_MEASURE,
                "没有指标“" + measure + "”；可以写："
                        + measures.stream()
                                .map(one -> one.id() + "（" + one.name().zh() + "）")
                                .collect(Collectors.joining("、"))
                        + "。",
                "There is no measure \"" + measure + "\"; accepted are: "
                        + measures.stream().map(Measure::id).collect(Collectors.joining(", ")) + ".");
    }

    private static FundRefusal badValue(Measure measure, String value) {
        return switch (measure.unit()) {
            case PERSONS ->
                FundRefusal.of(
                        Reason.BAD_HEADCOUNT,
                        "指标“" + measure.id() + "”读到“" + value + "”，不是人数；应为 0 或正整数，如 10988，不要负号、小数和分隔符。",
                        "\"" + measure.id() + "\" reads \"" + value
                                + "\", which is no headcount; a whole number such as 10988 would be accepted, without sign, decimals or separators.");
            case YUAN ->
                FundRefusal.of(
                        Reason.BAD_AMOUNT,
                        "指标“" + measure.id() + "”读到“" + value + "”，不是金额；应为以元计的数，如 72000.00，最多两位小数。",
                        "\"" + measure.id() + "\" reads \"" + value
                                + "\", which is no amount; yuan such as 72000.00 would be accepted, with at most two decimals.");
        };
    }
}
