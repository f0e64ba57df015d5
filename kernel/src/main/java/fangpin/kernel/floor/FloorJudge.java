package fangpin.kernel.floor;

import fangpin.kernel.floor.FloorAnswer.Bound;
import fangpin.kernel.floor.FloorAnswer.Content;
import fangpin.kernel.floor.FloorAnswer.Part;
import fangpin.kernel.floor.Judgement.Judged;
import fangpin.kernel.floor.Judgement.Shift;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Floor.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 对照底线 Holds floors against answers. */
public final class FloorJudge {
    /** Of several answers to one floor the first of these that occurs is told. */
    private static final List<Verdict> GRAVEST_FIRST =
            List.of(Verdict.BREACH, Verdict.SOFT_DEVIATION, Verdict.NOT_COMPARABLE, Verdict.UNDEFINED, Verdict.PASS);

    private final List<Floor> floors;
    private final List<FloorAnswer> answers;

    /**
     * Prepares the judge.
     *
     * @param floors of one level; waivers name them by id
     * @param answers everything that one pack publishes
     */
    public FloorJudge(List<Floor> floors, List<FloorAnswer> answers) {
        this.floors = List.copyOf(floors);
        this.answers = List.copyOf(answers);
    }

    /** One floor's verdict; never {@link Verdict#DEPENDS_ON_READING}, which only several sets of readings can tell. */
    public Judgement judge(Floor floor) {
        List<Judged> judged =
                answersTo(floor).stream().map(answer -> judged(floor, answer)).toList();
        Verdict verdict = GRAVEST_FIRST.stream()
                .filter(grave -> judged.stream().anyMatch(one -> one.verdict() == grave))
                .findFirst()
                .orElse(Verdict.UNDEFINED);
        Floor.Waiver waiver = floor.waiver();
        if (verdict != Verdict.BREACH || waiver == null) {
            return new Judgement(verdict, judged, null);
        }
        Shift shift = shift(waiver).orElse(null);
        boolean excused = shift != null && shift.suffices();
        return new Judgement(excused ? Verdict.BREACH_WITH_WAIVER : Verdict.BREACH, judged, shift);
    }

    private List<FloorAnswer> answersTo(Floor floor) {
        return answers.stream()
                .filter(answer -> answer.published().quantity() == floor.quantity())
                .toList();
    }

    // --------------------------------------------------------------------------------------------------- one answer

    private static Judged judged(Floor floor, FloorAnswer answer) {
        return switch (answer.content()) {
            case Content.Nothing _ -> new Judged(answer, Verdict.UNDEFINED, List.of());
            case Content.Several _ -> new Judged(answer, Verdict.NOT_COMPARABLE, List.of());
            case Content.Present _ -> new Judged(answer, Verdict.PASS, List.of());
            case Content.Days days -> new Judged(answer, days(floor, days), List.of());
            case Content.Groups groups -> new Judged(answer, groups(floor, groups), List.of());
            case Content.Amounts amounts -> amounts(floor, answer, amounts);
        };
    }

    private static Verdict missed(Floor floor) {
        return floor.hardness() == Floor.Hardness.SOFT ? Verdict.SOFT_DEVIATION : Verdict.BREACH;
    }

    private static Verdict days(Floor floor, Content.Days days) {
        return floor.demand() instanceof Demand.Spans spans
                        && days.period().overlap(spans.period()).equals(Optional.of(spans.period()))
                ? Verdict.PASS
                : missed(floor);
    }

    /** Groups are known by their words; a pack that uses none of the floor's words may mean the same persons or others. */
    private static Verdict groups(Floor floor, Content.Groups published) {
        List<String> asked = floor.demand() instanceof Demand.Includes includes
                ? includes.groups().stream().map(Floor.Group::word).toList()
                : List.of();
        List<String> words = published.groups().stream().map(Floor.Group::word).toList();
        if (words.containsAll(asked)) {
            return Verdict.PASS;
        }
        return !words.isEmpty() && words.stream().noneMatch(asked::contains) ? Verdict.NOT_COMPARABLE : missed(floor);
    }

    private static Judged amounts(Floor floor, FloorAnswer answer, Content.Amounts amounts) {
        if (answer.published().per() != floor.per()) {
            return new Judged(answer, Verdict.NOT_COMPARABLE, List.of());
        }
        List<Part> held = switch (floor.scope()) {
            case EVERY -> amounts.parts();
            case HIGHEST ->
                amounts.parts().stream().max(Comparator.comparing(Part::amount)).stream()
                        .toList();
        };
        List<Part> missed = new ArrayList<>();
        boolean unknown = false;
        for (Part part : held) {
            Meets meets = meets(floor.demand(), part.amount(), amounts.bound());
            unknown |= meets == Meets.UNKNOWN;
            if (meets == Meets.NO) {
                missed.add(part);
            }
        }
        Verdict verdict = !missed.isEmpty() ? missed(floor) : unknown ? Verdict.NOT_COMPARABLE : Verdict.PASS;
        return new Judged(answer, verdict, missed);
    }

    /** Whether a value meets a demand; unknown where only the least it may be is published. */
    private enum Meets {
        YES,
        NO,
        UNKNOWN
    }

    private static Meets meets(Demand demand, Fraction value, Bound bound) {
        return switch (demand) {
            case Demand.AtLeast at -> value.compareTo(at.least()) >= 0 ? Meets.YES : Meets.NO;
            case Demand.AtMost at -> atMost(value.compareTo(at.most()), bound);
            // what may lie anywhere above is not held near the aim
            case Demand.About about -> bound == Bound.EXACT && value.equals(about.aim()) ? Meets.YES : Meets.NO;
            case Demand.NoneOf none -> noneOf(none.excluded(), value, bound);
            case Demand.Includes _, Demand.Spans _, Demand.Exists _ -> Meets.UNKNOWN;
        };
    }

    private static Meets atMost(int compared, Bound bound) {
        return switch (bound) {
            case EXACT -> compared <= 0 ? Meets.YES : Meets.NO;
            case AT_LEAST -> compared > 0 ? Meets.NO : Meets.UNKNOWN;
            case ABOVE -> compared >= 0 ? Meets.NO : Meets.UNKNOWN;
        };
    }

    private static Meets noneOf(List<Fraction> excluded, Fraction value, Bound bound) {
        return switch (bound) {
            case EXACT -> excluded.contains(value) ? Meets.NO : Meets.YES;
            case AT_LEAST -> excluded.stream().anyMatch(one -> one.compareTo(value) >= 0) ? Meets.UNKNOWN : Meets.YES;
            case ABOVE -> excluded.stream().anyMatch(one -> one.compareTo(value) > 0) ? Meets.UNKNOWN : Meets.YES;
        };
    }

    // ------------------------------------------------------------------------------------------------------- waivers

    /** Empty if a floor of the waiver has no answer that could be added. */
    private Optional<Shift> shift(Floor.Waiver waiver) {
        List<Fraction> published = new ArrayList<>();
        List<Fraction> asked = new ArrayList<>();
        for (Floor floor : floors) {
            if (waiver.between().contains(floor.id()) && floor.demand() instanceof Demand.AtLeast at) {
                lowest(floor).ifPresent(published::add);
                asked.add(at.least());
            }
        }
        boolean complete = published.size() == waiver.between().size();
        return complete ? Optional.of(new Shift(published, asked)) : Optional.empty();
    }

    private Optional<Fraction> lowest(Floor floor) {
        return answersTo(floor).stream()
                .filter(answer -> answer.published().per() == floor.per())
                .map(FloorAnswer::content)
                .filter(Content.Amounts.class::isInstance)
                .map(Content.Amounts.class::cast)
                .flatMap(amounts -> amounts.parts().stream())
                .map(Part::amount)
                .min(Comparator.naturalOrder());
    }
}
