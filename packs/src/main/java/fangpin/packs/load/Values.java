package fangpin.packs.load;

import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.provision.Target;
import fangpin.kernel.time.Period;
import fangpin.kernel.time.Span;
import fangpin.packs.Figure;
import fangpin.packs.yaml.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts, shares, dates and counts as packs write them: every amount with its unit. */
final class Values {
    /** Below a hundred hundred million yuan, so that a share of it in parts per million fits a long. */
    private static final int DIGITS = 12;

    private static final Pattern MONEY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(元|万元|yuan)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]{1,4})?)%");
    private static final Pattern MULTIPLE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?(?:倍|times)");
    private static final Pattern SPAN =
            Pattern.compile("([1-9][0-9]{0,3})(?:(日|天| days?)|(个工作日| working days?)|(年| years?))");
    private static final Pattern YEARS = Pattern.compile("([1-9][0-9]?)(?:-([1-9][0-9]?))?(?:年| years?)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Values() {}

    /** An amount such as {@code 450元}, {@code 60万元}, {@code 450 yuan}. */
    static Fen money(Cursor cursor) {
        String word = cursor.word();
        Matcher matcher = MONEY.matcher(word);
        if (matcher.matches()) {
            int shift = matcher.group(2).equals("万元") ? 6 : 2;
            BigDecimal fen = new BigDecimal(matcher.group(1)).movePointRight(shift);
            if (fen.stripTrailingZeros().scale() <= 0 && fen.precision() - fen.scale() <= DIGITS) {
                cursor.context().used(new Figure(Figure.Unit.FEN, fen.longValueExact()));
                return new Fen(fen.longValueExact());
            }
        }
        if (!cursor.absent() && NUMBER.matcher(word).matches()) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.MISSING_UNIT,
                            word,
                            "金额“" + word + "”没有单位；应写成 450元、60万元 或 450 yuan。",
                            "The amount \"" + word + "\" has no unit; 450元, 60万元 or 450 yuan would be accepted.");
        } else if (!cursor.absent()) {
            cursor.wrongType("带单位的金额，如 450元、60万元、450 yuan", "an amount with its unit, such as 450元, 60万元, 450 yuan");
        }
        return Fen.ZERO;
    }

    /** A share such as {@code 10%}. */
    static Ratio ratio(Cursor cursor) {
        String word = cursor.word();
        Matcher matcher = PERCENT.matcher(word);
        if (matcher.matches()) {
            BigDecimal ppm = new BigDecimal(matcher.group(1)).movePointRight(4);
            if (ppm.compareTo(BigDecimal.valueOf(Ratio.PPM)) <= 0) {
                cursor.context().used(new Figure(Figure.Unit.PPM, ppm.longValueExact()));
                return Ratio.ofPpm(ppm.longValueExact());
            }
        }
        if (!cursor.absent() && NUMBER.matcher(word).matches()) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.MISSING_UNIT,
                            word,
                            "比例“" + word + "”没有单位；应写成 10%。",
                            "The share \"" + word + "\" has no unit; 10% would be accepted.");
        } else if (!cursor.absent()) {
            cursor.wrongType("0% 到 100% 的比例，如 10%", "a share from 0% to 100%, such as 10%");
        }
        return Ratio.ZERO;
    }

    /** A multiple of a line such as {@code 2倍}, {@code 1.5 times}. */
    static Ratio multiple(Cursor cursor) {
        String word = cursor.word();
        Matcher matcher = MULTIPLE.matcher(word);
        if (matcher.matches()) {
            BigDecimal multiple = new BigDecimal(matcher.group(1));
            if (multiple.stripTrailingZeros().scale() <= 0) {
                cursor.context().used(new Figure(Figure.Unit.COUNT, multiple.longValueExact()));
            }
            return Ratio.ofPpm(multiple.movePointRight(6).longValueExact());
        }
        if (!cursor.absent()) {
            cursor.wrongType("倍数，如 2倍、1.5 times", "a multiple such as 2倍, 1.5 times");
        }
        return Ratio.ZERO;
    }

    static LocalDate date(Cursor cursor) {
        String word = cursor.word();
        if (DATE.matcher(word).matches()) {
            try {
                LocalDate date = LocalDate.parse(word);
                cursor.context().used(new Figure(Figure.Unit.DAY, date.toEpochDay()));
                return date;
            } catch (DateTimeException noSuchDay) {
                // said below, as for any other word that is no date
            }
        }
        if (!cursor.absent()) {
            cursor.wrongType("日期，如 2020-01-01", "a date such as 2020-01-01");
        }
        return LocalDate.EPOCH;
    }

    /** {@code {from, until}}, half-open. */
    static Period period(Cursor cursor) {
        return between(cursor, () -> date(cursor.field("until")));
    }

    /** {@code {from, until}}, half-open; without {@code until} it has no end. */
    static Period openPeriod(Cursor cursor) {
        return between(cursor, () -> cursor.optional("until").map(Values::date).orElse(LocalDate.MAX));
    }

    private static Period between(Cursor cursor, Supplier<LocalDate> end) {
        int before = cursor.context().problems.size();
        LocalDate from = date(cursor.field("from"));
        LocalDate until = end.get();
        boolean bothRead = cursor.context().problems.size() == before;
        if (!until.equals(LocalDate.MAX)) {
            cursor.context().used(new Figure(Figure.Unit.DAY, until.toEpochDay() - 1));
        }
        if (!from.isBefore(until)) {
            if (bothRead && !cursor.absent()) {
                cursor.context()
                        .problem(
                                cursor.place(),
                                Problem.Reason.OUT_OF_RANGE,
                                from + " .. " + until,
                                "期间 " + from + " .. " + until + " 为空：from 必须早于 until（until 当天不含）。",
                                "The period " + from + " .. " + until
                                        + " is empty: from must be before until (until itself is not in it).");
            }
            return new Period(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1));
        }
        return new Period(from, until);
    }

    /** How long a time limit runs, such as {@code 30日}, {@code 15个工作日}, {@code 1年}. */
    static Span span(Cursor cursor) {
        Matcher matcher = SPAN.matcher(cursor.word());
        if (matcher.matches()) {
            int length = Integer.parseInt(matcher.group(1));
            cursor.context().used(new Figure(Figure.Unit.COUNT, length));
            Span.Unit unit = matcher.group(2) != null
                    ? Span.Unit.DAYS
                    : matcher.group(3) != null ? Span.Unit.WORKING_DAYS : Span.Unit.YEARS;
            return new Span(length, unit);
        }
        withUnit(cursor, "30日、15个工作日 或 1年", "30 days, 15 working days or 1 year");
        return new Span(1, Span.Unit.DAYS);
    }

    /** A number of years, or from one to another, such as {@code 5年}, {@code 2-3年}. */
    static Target.Years years(Cursor cursor) {
        Matcher matcher = YEARS.matcher(cursor.word());
        if (matcher.matches()) {
            int least = Integer.parseInt(matcher.group(1));
            int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
            if (least <= most) {
                cursor.context().used(new Figure(Figure.Unit.COUNT, least));
                cursor.context().used(new Figure(Figure.Unit.COUNT, most));
                return new Target.Years(least, most);
            }
        }
        withUnit(cursor, "5年 或 2-3年", "5 years or 2-3 years");
        return new Target.Years(1, 1);
    }

    /** Says that a number lacks its unit, or that there is no such number. */
    private static void withUnit(Cursor cursor, String acceptedZh, String acceptedEn) {
        String word = cursor.word();
        if (!cursor.absent() && NUMBER.matcher(word).matches()) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.MISSING_UNIT,
                            word,
                            "“" + word + "”没有单位；应写成 " + acceptedZh + "。",
                            "\"" + word + "\" has no unit; " + acceptedEn + " would be accepted.");
        } else if (!cursor.absent()) {
            cursor.wrongType("带单位的时长，如 " + acceptedZh, "a length of time with its unit, such as " + acceptedEn);
        }
    }

    /** A whole number in a range. */
    static int count(Cursor cursor, int least, int most) {
        String word = cursor.word();
        if (word.matches("[0-9]{1,9}")) {
            int count = Integer.parseInt(word);
            if (count >= least && count <= most) {
                cursor.context().used(new Figure(Figure.Unit.COUNT, count));
                return count;
            }
        }
        if (!cursor.absent()) {
            cursor.wrongType(least + " 到 " + most + " 的整数", "a whole number from " + least + " to " + most);
        }
        return least;
    }
}
