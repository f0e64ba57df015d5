package fangpin.office.appropriation;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * 即时帮扶资金需求 (WH10 §2): what the persons on the instant-help register need by the pack's own rates, less what stands free on lines of the
 * same purpose. Only what has a rate for each person is worked out; what is granted by need is stated by hand.
 */
@Service
public final class InstantHelpNeed {
    private static final String RAIN_DEW = "rain-dew";
    private static final String INSURANCE = "insurance";
    private static final int SEMESTERS = 2;

    private final ScopedWork work;
    private final FundRules rules;
    private final LineRows lines;
    private final Headcounts register;

    InstantHelpNeed(ScopedWork work, FundRules rules, LineRows lines, Headcounts register) {
        this.work = work;
        this.rules = rules;
        this.lines = lines;
        this.register = register;
    }

    /**
     * One purpose.
     *
     * @param rateFen a person and year
     * @param leftFen free on lines of the purpose
     */
    public record Line(Text name, String clause, long persons, long rateFen, long leftFen) {
        /** What all of them need. */
        public long needFen() {
            return Math.multiplyExact(persons, rateFen);
        }

        /** What is asked for. */
        public long askedFen() {
            return Math.max(0, needFen() - leftFen);
        }
    }

    /**
     * 需求.
     *
     * @param persons on the instant-help register on the day
     */
    public record Worked(long persons, List<Line> lines) {
        public Worked {
            lines = List.copyOf(lines);
        }

        /** What all purposes need. */
        public long needFen() {
            return lines.stream().mapToLong(Line::needFen).sum();
        }

        /** What is left for them. */
        public long leftFen() {
            return lines.stream().mapToLong(Line::leftFen).sum();
        }

        /** What is asked for, purpose by purpose: what one has too much does not pay for another. */
        public long askedFen() {
            return lines.stream().mapToLong(Line::askedFen).sum();
        }
    }

    /** Works it out for one's own division on a day. */
    public Worked of(Actor actor, String pack, int year, LocalDate day) {
        String place = actor.scope().path();
        return work.read(actor, () -> {
            long persons = register.of(place, StatusKind.INSTANT_HELP.id(), day);
            List<BudgetLine> free = lines.list(place, true, year, null).stream()
                    .filter(line -> !line.hasUse())
                    .toList();
            List<Line> needed = new ArrayList<>();
            rules.pack(actor, pack).ifPresent(found -> {
                insurance(found, persons, left(free, INSURANCE)).forEach(needed::add);
                long students = register.both(place, StatusKind.INSTANT_HELP, StatusKind.VOCATIONAL_STUDENT, day);
                rainDew(found, day, students, left(free, RAIN_DEW)).forEach(needed::add);
            });
            return new Worked(persons, needed);
        });
    }

    private static long left(List<BudgetLine> free, String item) {
        return free.stream()
                .filter(line -> line.item().endsWith(item))
                .mapToLong(BudgetLine::freeFen)
                .sum();
    }

    private static List<Line> insurance(PolicyPack pack, long persons, long left) {
        long rate = pack.products().stream()
                .map(Product::premium)
                .mapToLong(premium -> premium.amount().amount())
                .sum();
        return pack.products().isEmpty()
                ? List.of()
                : List.of(new Line(
                        new Text("扶贫特惠保险", "special-benefit insurance"),
                        pack.products().getFirst().premium().clause().toString(),
                        persons,
                        rate,
                        left));
    }

    /** The rate is what the pack's programme grants for one student's two semesters. */
    private static List<Line> rainDew(PolicyPack pack, LocalDate day, long students, long left) {
        List<Line> lines = new ArrayList<>();
        for (Programme programme : pack.programmes()) {
            if (programme.id().equals(RAIN_DEW)) {
                List<Long> inputs = programme.inputs().stream()
                        .map(column -> switch (column.name()) {
                            case "group" -> (long) column.code("instant-help");
                            case "schooling" -> (long) column.code("secondary-vocational");
                            case String other -> (long) SEMESTERS;
                        })
                        .toList();
                if (ProgrammeRun.run(pack, programme, day, inputs) instanceof ProgrammeRun.Outcome.Granted granted) {
                    lines.add(new Line(
                            programme.name(),
                            programme.clause().toString(),
                            students,
                            granted.value(programme.results().getFirst()),
                            left));
                }
            }
        }
        return lines;
    }
}
