package fangpin.packs.check;

import fangpin.kernel.policy.Clause;
import fangpin.packs.Figure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures in the words of a clause: amounts, shares, dates, counts. */
final class FigureScanner {
    private static final Pattern FIGURE = Pattern.compile("(?<document>[〔\\[]\\d{4}[〕\\]]\\d+号|\\d{4}年\\d+号)"
            + "|(?:(?<year>\\d{4})年(?:(?<end>底)|度)?)?(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?"
            + "|(?<alone>\\d{4})年(?:(?<aloneEnd>底)|度)?"
            + "|(?<first>\\d+)[:：](?<second>\\d+)"
            + "|(?<number>\\d+(?:\\.\\d+)?)(?<unit>万元|亿元|元|%|％|万|亿)?");
    /** The number of a list's item, such as {@code 1.} or {@code 2、}, even before a year. */
    private static final Pattern ITEM = Pattern.compile("^\\d{1,2}(?:[、．]|\\.(?!\\d)|\\.(?=\\d{4}年))");

    private static final Pattern IN_WAN = Pattern.compile("单位[:：]万元");

    private int lastYear;
    private final boolean tableInWan;

    private FigureScanner(boolean tableInWan) {
        this.tableInWan = tableInWan;
    }

    /**
     * A figure and where it stands.
     *
     * @param paragraph 1 for the first, 0 for the heading
     * @param from where it begins in the paragraph
     */
    record Place(int paragraph, int from, PrintedFigure figure) {}

    /** The figures of a clause in order, heading first. */
    static List<PrintedFigure> figures(Clause clause) {
        return places(clause).stream().map(Place::figure).toList();
    }

    /** The figures of a clause in order, heading first, each with its place. */
    static List<Place> places(Clause clause) {
        FigureScanner scanner = new FigureScanner(
                IN_WAN.matcher(String.join("\n", clause.paragraphs())).find());
        List<Place> places = new ArrayList<>();
        scanner.scan(clause.heading(), 0, places);
        int number = 1;
        for (String paragraph : clause.paragraphs()) {
            scanner.scan(paragraph, number++, places);
        }
        return List.copyOf(places);
    }

    private void scan(String paragraph, int number, List<Place> places) {
        int from = 0;
        for (String line : paragraph.split("\n", -1)) {
            int start = from;
            scan(line, (at, figure) -> places.add(new Place(number, start + at, figure)));
            from += line.length() + 1;
        }
    }

    private void scan(String line, BiConsumer<Integer, PrintedFigure> found) {
        boolean table = line.startsWith("|");
        Matcher item = ITEM.matcher(line);
        Matcher matcher = FIGURE.matcher(line).region(item.find() ? item.end() : 0, line.length());
        while (matcher.find()) {
            int at = matcher.start();
            read(matcher, table && tableInWan).ifPresent(figure -> found.accept(at, figure));
        }
    }

    private Optional<PrintedFigure> read(Matcher matcher, boolean inWan) {
        String printed = matcher.group();
        if (matcher.group("document") != null) {
            return Optional.of(new PrintedFigure.DocumentNumber(printed));
        }
        if (matcher.group("month") != null) {
            return date(matcher, printed);
        }
        if (matcher.group("alone") != null) {
            lastYear = Integer.parseInt(matcher.group("alone"));
            return Optional.of(new PrintedFigure.Year(printed, lastYear, matcher.group("aloneEnd") != null));
        }
        if (matcher.group("first") != null) {
            return Optional.of(new PrintedFigure.Parts(
                    printed, Long.parseLong(matcher.group("first")), Long.parseLong(matcher.group("second"))));
        }
        String unit = matcher.group("unit");
        return Optional.of(number(printed, matcher.group("number"), unit == null ? (inWan ? "万元" : "") : unit));
    }

    /** A day or month; one without its year is of the year named last. */
    private Optional<PrintedFigure> date(Matcher matcher, String printed) {
        if (matcher.group("year") != null) {
            lastYear = Integer.parseInt(matcher.group("year"));
        }
        int month = Integer.parseInt(matcher.group("month"));
        try {
            return Optional.of(
                    matcher.group("day") == null
                            ? new PrintedFigure.Month(printed, YearMonth.of(lastYear, month))
                            : new PrintedFigure.Day(
                                    printed, LocalDate.of(lastYear, month, Integer.parseInt(matcher.group("day")))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static PrintedFigure number(String printed, String digits, String unit) {
        BigDecimal value = new BigDecimal(digits);
        return switch (unit) {
            case "元" -> new PrintedFigure.Quantity(printed, Figure.Unit.FEN, value.movePointRight(2));
            case "万元" -> new PrintedFigure.Quantity(printed, Figure.Unit.FEN, value.movePointRight(6));
            case "亿元" -> new PrintedFigure.Quantity(printed, Figure.Unit.FEN, value.movePointRight(10));
            case "%", "％" -> new PrintedFigure.Quantity(printed, Figure.Unit.PPM, value.movePointRight(4));
            case "万" -> new PrintedFigure.Quantity(printed, Figure.Unit.COUNT, value.movePointRight(4));
            case "亿" -> new PrintedFigure.Quantity(printed, Figure.Unit.COUNT, value.movePointRight(8));
            default -> new PrintedFigure.Quantity(printed, Figure.Unit.COUNT, value);
        };
    }
}
