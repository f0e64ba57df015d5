package fangpin.packs.check;

import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.time.Period;
import fangpin.packs.cases.CaseRun;
import fangpin.packs.cases.CaseRun.RowRun;
import fangpin.packs.cases.MemberSpell;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Refusal;
import fangpin.packs.check.CoverageItem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to reach in one product, and what one run of a case reached. */
final class ProductItems {
    private final Product product;
    private final StepItems steps;

    ProductItems(Product product) {
        this.product = product;
        this.steps = new StepItems(product);
    }

    List<CoverageItem> expected() {
        List<CoverageItem> items = new ArrayList<>(steps.expected());
        product.program().accumulators().forEach(accumulator -> items.add(item(Kind.CARRIED, accumulator.id())));
        for (CoverRule rule : product.cover()) {
            if (rule.answer() == CoverRule.Answer.YES) {
                edges(rule).forEach(edge -> items.add(item(edge, rule.category())));
            }
        }
        items.add(item(Kind.REFUSAL, Refusal.UNKNOWN_PERSON.word()));
        items.add(item(Kind.REFUSAL, Refusal.NOT_COVERED.word()));
        if (paysDeath()) {
            items.add(item(Kind.REFUSAL, Refusal.ALREADY_DECEASED.word()));
        }
        items.add(item(Kind.PREMIUM, ""));
        return items;
    }

    private static List<Kind> edges(CoverRule rule) {
        return switch (rule.joins()) {
            case INCLUSION -> List.of(Kind.DAY_BEFORE, Kind.FIRST_DAY, Kind.LAST_DAY, Kind.DAY_AFTER);
            case PERIOD_START -> List.of(Kind.DAY_BEFORE, Kind.FIRST_DAY, Kind.LAST_DAY, Kind.DAY_AFTER, Kind.TOO_LATE);
        };
    }

    private boolean paysDeath() {
        return product.inputs().stream().anyMatch(column -> column.name().equals("kind") && column.code("death") > 0);
    }

    List<CoverageItem> reached(CaseRun.OfProduct run) {
        List<CoverageItem> items = new ArrayList<>();
        switch (run.worked().work()) {
            case PackCase.Premiums _ -> items.add(item(Kind.PREMIUM, ""));
            case PackCase.Settling settling -> {
                List<MemberSpell> members = settling.members() == null ? List.of() : settling.members();
                run.rows().forEach(row -> row(row, members, items));
            }
            case PackCase.Granting _ -> throw new IllegalStateException(product.id() + " is no programme");
        }
        return items;
    }

    private void row(RowRun row, List<MemberSpell> members, List<CoverageItem> items) {
        Refusal refusal = row.refusal();
        if (refusal != null) {
            items.add(item(Kind.REFUSAL, refusal.word()));
        }
        Settlement settlement = row.settlement();
        if (settlement != null) {
            for (StepTrace trace : settlement.explanation().steps()) {
                items.addAll(steps.reached(trace));
            }
            List<Long> before = settlement.explanation().before();
            for (int index = 0; index < before.size(); index++) {
                if (before.get(index) != 0) {
                    items.add(item(
                            Kind.CARRIED,
                            product.program().accumulators().get(index).id()));
                }
            }
        }
        for (MemberSpell spell : members) {
            for (CoverRule rule : product.cover()) {
                if (spell.person().equals(row.person()) && spell.category().equals(rule.category())) {
                    edge(rule, spell, row).ifPresent(edge -> items.add(item(edge, rule.category())));
                }
            }
        }
    }

    private Optional<Kind> edge(CoverRule rule, MemberSpell spell, RowRun row) {
        LocalDate date = row.decidingDate();
        boolean accepted = row.refusal() == null;
        boolean refused = row.refusal() == Refusal.NOT_COVERED;
        Optional<Period> cover = rule.cover(spell.status(), product.period());
        if (cover.isEmpty()) {
            boolean aDayLate =
                    spell.status().from().equals(product.period().from().plusDays(1));
            return aDayLate && refused ? Optional.of(Kind.TOO_LATE) : Optional.empty();
        }
        LocalDate from = cover.get().from();
        LocalDate until = cover.get().until();
        if (accepted && date.equals(from)) {
            return Optional.of(Kind.FIRST_DAY);
        }
        if (accepted && date.equals(until.minusDays(1))) {
            return Optional.of(Kind.LAST_DAY);
        }
        if (refused && date.equals(from.minusDays(1))) {
            return Optional.of(Kind.DAY_BEFORE);
        }
        return refused && date.equals(until) ? Optional.of(Kind.DAY_AFTER) : Optional.empty();
    }

    private CoverageItem item(Kind kind, String subject) {
        return new CoverageItem(product.id(), kind, subject, "");
    }
}
