package fangpin.packs.check;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun.Outcome;
import fangpin.kernel.settlement.ProgrammeRun.Reason;
import fangpin.packs.cases.CaseRun;
import fangpin.packs.cases.Refusal;
import fangpin.packs.check.CoverageItem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to reach in one programme, and what one run of a case reached. */
final class ProgrammeItems {
    private final Programme programme;
    private final StepItems steps;

    ProgrammeItems(Programme programme) {
        this.programme = programme;
        this.steps = new StepItems(programme);
    }

    List<CoverageItem> expected() {
        List<CoverageItem> items = new ArrayList<>(steps.expected());
        if (programme.ownPeriod()) {
            items.add(item(Kind.PERIOD_BEFORE, ""));
            items.add(item(Kind.PERIOD_FIRST, ""));
            if (!programme.period().until().equals(LocalDate.MAX)) {
                items.add(item(Kind.PERIOD_LAST, ""));
                items.add(item(Kind.PERIOD_AFTER, ""));
            }
        }
        boolean divides =
                programme.program().steps().stream().anyMatch(step -> step.operation() instanceof Operation.Prorate);
        if (divides) {
            items.add(item(Kind.REFUSAL, Refusal.NOT_COMPUTABLE.word()));
        }
        return items;
    }

    List<CoverageItem> reached(CaseRun.OfProgramme run) {
        List<CoverageItem> items = new ArrayList<>();
        for (CaseRun.GrantRun row : run.rows()) {
            edge(row).ifPresent(kind -> items.add(item(kind, "")));
            switch (row.outcome()) {
                case Outcome.Granted granted -> {
                    for (StepTrace trace : granted.explanation().steps()) {
                        items.addAll(steps.reached(trace));
                    }
                }
                case Outcome.Refused refused -> {
                    if (refused.reason() == Reason.NOT_COMPUTABLE) {
                        items.add(item(Kind.REFUSAL, Refusal.NOT_COMPUTABLE.word()));
                    }
                }
            }
        }
        return items;
    }

    private Optional<Kind> edge(CaseRun.GrantRun row) {
        boolean granted = row.outcome() instanceof Outcome.Granted;
        LocalDate first = programme.period().from();
        LocalDate after = programme.period().until();
        if (row.date().equals(first) && granted) {
            return Optional.of(Kind.PERIOD_FIRST);
        }
        if (row.date().plusDays(1).equals(first) && !granted) {
            return Optional.of(Kind.PERIOD_BEFORE);
        }
        if (row.date().plusDays(1).equals(after) && granted) {
            return Optional.of(Kind.PERIOD_LAST);
        }
        return row.date().equals(after) && !granted ? Optional.of(Kind.PERIOD_AFTER) : Optional.empty();
    }

    private CoverageItem item(Kind kind, String subject) {
        return new CoverageItem(programme.id(), kind, subject, "");
    }
}
