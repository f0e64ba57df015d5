package fangpin.packs.check;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Ratio;
import fangpin.packs.Figure;
import fangpin.packs.UsedFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.LongPredicate;

/** A figure as a clause prints it, and what a rule must use to carry it out. */
sealed interface PrintedFigure {
    /** The very characters, with the unit. */
    String printed();

    /** An amount, a share or a count. */
    record Quantity(String printed, Figure.Unit unit, BigDecimal value) implements PrintedFigure {}

    /** Two parts of one whole: {@code 7:3}. */
    record Parts(String printed, long first, long second) implements PrintedFigure {}

    /** A day. */
    record Day(String printed, LocalDate day) implements PrintedFigure {}

    /** A month: any day in it carries it out. */
    record Month(String printed, YearMonth month) implements PrintedFigure {}

    /** A year, or a year's end, which is the same moment as the beginning of the next. */
    record Year(String printed, int year, boolean end) implements PrintedFigure {
        boolean holds(LocalDate day) {
            LocalDate last = LocalDate.of(year, 12, 31);
            return end ? day.equals(last) || day.equals(last.plusDays(1)) : day.getYear() == year;
        }
    }

    /** The number of a document, which no rule computes with. */
    record DocumentNumber(String printed) implements PrintedFigure {}

    /** Whether a rule under this clause uses it; dates may be used anywhere in the clause's document. */
    default boolean usedBy(UsedFigure used, ClauseId clause) {
        boolean sameClause = used.clause().whole().equals(clause);
        boolean sameDocument = used.clause().document().equals(clause.document());
        return switch (this) {
            case Quantity quantity ->
                sameClause
                        && used.figure().unit() == quantity.unit
                        && quantity.value.compareTo(
                                        BigDecimal.valueOf(used.figure().value()))
                                == 0;
            case Parts parts ->
                sameClause
                        && used.figure().unit() == Figure.Unit.PPM
                        && (isShare(used, parts.first, parts.first + parts.second)
                                || isShare(used, parts.first, parts.second));
            case Day day -> sameDocument && isDay(used, value -> value == day.day.toEpochDay());
            case Month month ->
                sameDocument
                        && isDay(
                                used,
                                value -> YearMonth.from(LocalDate.ofEpochDay(value))
                                        .equals(month.month));
            case Year year -> sameDocument && isDay(used, value -> year.holds(LocalDate.ofEpochDay(value)));
            case DocumentNumber _ -> false;
        };
    }

    private static boolean isShare(UsedFigure used, long part, long whole) {
        return used.figure().value() * whole == part * Ratio.PPM;
    }

    private static boolean isDay(UsedFigure used, LongPredicate day) {
        return used.figure().unit() == Figure.Unit.DAY && day.test(used.figure().value());
    }
}
