package fangpin.office.enrolment;

import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.money.Ratio;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.internal.FigureRows;
import fangpin.office.policy.PolicyLibrary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 参保基数与结余 (LY2 ③): where a cover names nobody, its base is stated with its source, and so is what is left of the year before; two
 * persons each time.
 */
@Service
public final class StatedFigures {
    /** What is left of the period before, in fen. */
    public static final String CARRY_OVER = PremiumDue.CARRIED_OVER;

    private static final int LONGEST = 200;

    private final ScopedWork work;
    private final FigureRows rows;
    private final PolicyLibrary library;
    private final Audit audit;

    StatedFigures(ScopedWork work, FigureRows rows, PolicyLibrary library, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.library = library;
        this.audit = audit;
    }

    /** A figure as it is told, for the teller's division or one below it. */
    public record Told(String pack, String measure, String division, long value, LocalDate asOf, String source) {}

    /** Measures of a pack that are stated: bases that count a share of a population without names, and donated or pooled money. */
    public List<Measure> measures(String pack) {
        return funding(pack).map(StatedFigures::stated).orElse(List.of());
    }

    private Optional<PremiumFunding> funding(String pack) {
        return library.pack(pack)
                .flatMap(found -> Optional.ofNullable(found.funds().premium()));
    }

    static List<Measure> stated(PremiumFunding funding) {
        return funding.measures().stream()
                .filter(measure -> switch (measure.unit()) {
                    case PERSONS -> nameless(funding, measure);
                    case YUAN -> pays(funding, measure);
                })
                .toList();
    }

    private static boolean nameless(PremiumFunding funding, Measure measure) {
        return !PremiumsDue.OF_REGISTER.containsKey(measure.id())
                && funding.lines().stream()
                        .anyMatch(line -> line.base().measure().equals(measure.id())
                                && !line.base().share().equals(Ratio.WHOLE));
    }

    private static boolean pays(PremiumFunding funding, Measure measure) {
        return funding.payers().stream().anyMatch(payer -> switch (payer.money()) {
            case PremiumPayer.Stated(String paid) -> paid.equals(measure.id());
            case PremiumPayer.Allocated allocated -> false;
            case PremiumPayer.Rest rest -> false;
        });
    }

    /** States a figure; another person answers. */
    public Answer<Long> state(Actor actor, Told told, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE) || !actor.scope().holds(told.division())) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        boolean known = told.measure().equals(CARRY_OVER)
                ? funding(told.pack()).isPresent()
                : measures(told.pack()).stream().anyMatch(one -> one.id().equals(told.measure()));
        if (!known || told.source().isBlank() || told.source().strip().length() > LONGEST) {
            return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        }
        if (told.value() < 0) {
            return Answer.refused(EnrolmentRefusal.BAD_AMOUNT);
        }
        if (told.asOf().isAfter(today)) {
            return Answer.refused(EnrolmentRefusal.BAD_PERIOD);
        }
        return work.write(actor, () -> {
            long id = rows.insert(told, actor.userId(), today);
            audit.record(
                    actor,
                    AuditAction.ENTERED,
                    "stated-figure/" + id,
                    Map.of("measure", told.measure(), "value", Long.toString(told.value())));
            return Answer.done(id);
        });
    }

    /** Approves a figure of another person's: from now on it counts. */
    public Answer<StatedFigure> approve(Actor actor, long id, LocalDate today) {
        return answer(actor, id, StatedFigure.State.APPROVED, "", today);
    }

    /** Sends a figure of another person's back, with the reason. */
    public Answer<StatedFigure> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(EnrolmentRefusal.FIELD_MISSING)
                : answer(actor, id, StatedFigure.State.REFUSED, reason.strip(), today);
    }

    private Answer<StatedFigure> answer(
            Actor actor, long id, StatedFigure.State state, String reason, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_APPROVE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<StatedFigure> figure = rows.locked(id);
            if (figure.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (figure.get().state() != StatedFigure.State.PROPOSED) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(figure.get().enteredBy(), actor.userId()).map(checked -> {
                rows.answer(id, state, reason, actor.userId(), today);
                audit.record(
                        actor,
                        state == StatedFigure.State.APPROVED ? AuditAction.APPROVED : AuditAction.REFUSED,
                        "stated-figure/" + id,
                        Map.of());
                return rows.locked(id).orElseThrow();
            });
        });
    }

    /** All figures of a pack in one's division, the newest first. */
    public List<StatedFigure> list(Actor actor, String pack) {
        return work.read(actor, () -> rows.list(pack));
    }
}
