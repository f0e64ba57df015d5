package fangpin.office.enrolment;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * 按天计费 (reading R10): what a product costs for persons who came to it on different days. Each costs what {@link Premium#due} says for the
 * days from his first to the end of the period; whose cover ends early has been paid for to the end (decision 073). Persons of one first
 * day cost the same fen, so a sum by first days is the sum over persons.
 *
 * @param days by first day
 */
public record DaysPremium(List<Day> days) {
    public DaysPremium {
        days = List.copyOf(days);
    }

    /**
     * Those who came on one day.
     *
     * @param from first day; whoever came before the period counts from its first
     * @param days to the end of the period
     * @param each what one of them costs, rounded
     * @param full whether it is the whole period
     */
    public record Day(LocalDate from, long days, long persons, Fen each, boolean full) {
        /** What they cost together. */
        public Fen together() {
            return new Fen(Math.multiplyExact(each.amount(), persons));
        }
    }

    /** Whether a product charges those who join within the period by days. */
    public static boolean charges(Product product) {
        return product.premium().addedInYear() == Premium.AddedInYear.BY_DAYS;
    }

    /** What persons cost by the days on which their cover began, of a product that {@link #charges charges by days}. */
    public static DaysPremium of(Product product, List<CoverStart> starts) {
        return new DaysPremium(starts.stream().map(start -> day(product, start)).toList());
    }

    private static Day day(Product product, CoverStart start) {
        Period period = product.period();
        Period covered = new Period(start.from().isAfter(period.from()) ? start.from() : period.from(), period.until());
        return new Day(
                covered.from(),
                ChronoUnit.DAYS.between(covered.from(), covered.until()),
                start.persons(),
                product.premium().due(period, covered),
                covered.equals(period));
    }

    /** These and others, the days of both in one row each. */
    public DaysPremium and(DaysPremium other) {
        List<Day> merged = new ArrayList<>();
        Stream.concat(days.stream(), other.days.stream())
                .sorted(Comparator.comparing(Day::from))
                .forEach(day -> {
                    Day last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && last.from().equals(day.from())) {
                        merged.removeLast();
                        merged.add(new Day(
                                day.from(), day.days(), last.persons() + day.persons(), day.each(), day.full()));
                    } else {
                        merged.add(day);
                    }
                });
        return new DaysPremium(merged);
    }

    /** What all cost together. */
    public Fen total() {
        return days.stream().map(Day::together).reduce(Fen.ZERO, Fen::plus);
    }

    /** How many there are. */
    public long persons() {
        return days.stream().mapToLong(Day::persons).sum();
    }

    /** How many of them came within the period. */
    public long joined() {
        return days.stream().filter(day -> !day.full()).mapToLong(Day::persons).sum();
    }
}
