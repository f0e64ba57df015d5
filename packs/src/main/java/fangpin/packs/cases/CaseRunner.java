package fangpin.packs.cases;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.RunningFigures;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.kernel.time.Period;
import fangpin.packs.cases.CaseRun.RowRun;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a case through the kernel, as a file would be, and holds what comes out against what the case says. */
public final class CaseRunner {
    private final PolicyPack pack;
    private final Product product;
    private final PackCase worked;
    private final List<CaseFailure> failures = new ArrayList<>();

    private CaseRunner(PolicyPack pack, Product product, PackCase worked) {
        this.pack = pack;
        this.product = product;
        this.worked = worked;
    }

    /**
     * Runs a case.
     *
     * @param calculation of that pack, which may take readings otherwise than the case says: the run then shows what would change
     */
    public static CaseRun run(PolicyPack pack, Calculation calculation, PackCase worked) {
        return switch (calculation) {
            case Product product -> new CaseRunner(pack, product, worked).run();
            case Programme programme -> ProgrammeCaseRunner.run(pack, programme, worked);
        };
    }

    private CaseRun run() {
        List<RowRun> rows = switch (worked.work()) {
            case PackCase.Settling settling -> settle(settling);
            case PackCase.Premiums premiums -> {
                premiums.rows().forEach(this::premium);
                yield List.of();
            }
            case PackCase.Granting _ -> throw new IllegalStateException(worked.id() + " is a case of a programme");
        };
        return new CaseRun.OfProduct(worked, product, rows, List.copyOf(failures));
    }

    private void premium(PremiumRow row) {
        Fen due = product.premium().due(product.period(), row.cover());
        if (!due.equals(row.premium())) {
            failures.add(new CaseFailure(
                    worked.id(),
                    row.number(),
                    row.place(),
                    "premium",
                    row.premium().yuan(),
                    due.yuan()));
        }
    }

    private List<RowRun> settle(PackCase.Settling settling) {
        Map<String, List<CaseRow>> byAccount = new TreeMap<>();
        for (CaseRow row : settling.rows()) {
            String account = RowInput.input(product, row, true).account(product);
            byAccount.computeIfAbsent(account, one -> new ArrayList<>()).add(row);
        }
        List<RowRun> runs = new ArrayList<>();
        byAccount.forEach((account, rows) -> {
            rows.sort(Comparator.comparing((CaseRow row) -> RowInput.orderDate(product, row))
                    .thenComparing(
                            row -> RowInput.caseId(product, row).getBytes(StandardCharsets.UTF_8),
                            Arrays::compareUnsigned));
            account(settling.members(), rows, runs);
        });
        return List.copyOf(runs);
    }

    /** The cases of one account, a person's or a household's; only a person's can be deaths. */
    private void account(@Nullable List<MemberSpell> members, List<CaseRow> rows, List<RowRun> runs) {
        RunningFigures figures = new RunningFigures(product.program());
        boolean deceased = false;
        for (CaseRow row : rows) {
            String person = RowInput.person(row);
            LocalDate date = RowInput.decidingDate(product, row);
            boolean death = RowInput.death(product, row);
            Optional<Refusal> refusal = refusal(person, members, date, death && deceased);
            deceased |= death && refusal.isEmpty();
            Settlement settlement = null;
            if (refusal.isEmpty() || countsOnly(refusal.get(), date)) {
                CaseInput input = RowInput.input(product, row, refusal.isEmpty());
                settlement = computed(row, input, figures);
            }
            RowRun run = new RowRun(row, person, date, refusal.orElse(null), settlement);
            runs.add(run);
            row.expected().forEach(expectation -> compare(run, expectation));
            if (refusal.isPresent()
                    && row.expected().stream().noneMatch(expected -> expected instanceof Expectation.Refused)) {
                fail(row, CaseColumns.REFUSED, "", refusal.get().word());
            }
        }
    }

    /** Rows that are refused but enter the running sums (reading R15). */
    private boolean countsOnly(Refusal refusal, LocalDate date) {
        return switch (product.counts()) {
            case COVERED -> false;
            case WHOLE_PERIOD ->
                refusal == Refusal.NOT_COVERED && product.period().contains(date);
        };
    }

    private Optional<Refusal> refusal(
            String person, @Nullable List<MemberSpell> members, LocalDate date, boolean secondDeath) {
        if (members != null
                && members.stream().noneMatch(spell -> spell.person().equals(person))) {
            return Optional.of(Refusal.UNKNOWN_PERSON);
        }
        if (!covered(person, members, date)) {
            return Optional.of(Refusal.NOT_COVERED);
        }
        return secondDeath ? Optional.of(Refusal.ALREADY_DECEASED) : Optional.empty();
    }

    private boolean covered(String person, @Nullable List<MemberSpell> members, LocalDate date) {
        if (members == null) {
            return product.period().contains(date);
        }
        return members.stream()
                .filter(spell -> spell.person().equals(person))
                .flatMap(spell -> covers(product, spell).stream())
                .anyMatch(cover -> cover.contains(date));
    }

    /** The cover that a spell gives under the product's rules. */
    public static List<Period> covers(Product product, MemberSpell spell) {
        return product.cover().stream()
                .filter(rule -> rule.category().equals(spell.category()))
                .filter(rule -> rule.answer() == CoverRule.Answer.YES)
                .flatMap(rule -> rule.cover(spell.status(), product.period()).stream())
                .toList();
    }

    private @Nullable Settlement computed(CaseRow row, CaseInput input, RunningFigures figures) {
        try {
            Settlement settlement = Settler.settle(pack, product, input, figures.before(input));
            figures.take(input, settlement.explanation());
            return settlement;
        } catch (IllegalStateException | ArithmeticException packIsWrong) {
            fail(row, "", "", String.valueOf(packIsWrong.getMessage()));
            return null;
        }
    }

    private void compare(RowRun run, Expectation expected) {
        Settlement settlement = run.settlement();
        Refusal refusal = run.refusal();
        String got = switch (expected) {
            case Expectation.Refused refused -> refusal == null ? "" : refusal.word();
            case Expectation.Amount amount ->
                settlement == null || refusal != null ? "" : amount(settlement, amount.column());
            case Expectation.Binding binding ->
                settlement == null || refusal != null ? "" : binding(settlement.explanation(), binding.step());
            case Expectation.InClass _ -> "";
        };
        if (!got.equals(expected.text())) {
            failures.add(new CaseFailure(
                    worked.id(), run.row().number(), expected.place(), expected.column(), expected.text(), got));
        }
    }

    private static String amount(Settlement settlement, String column) {
        Function<Settlement, Fen> reads =
                CaseColumns.amounts(settlement.product()).get(column);
        return reads == null ? "" : reads.apply(settlement).yuan();
    }

    /** The expected step if a bound of it was binding; else every step whose bound was. */
    static String binding(Explanation explanation, String step) {
        List<String> binding = explanation.steps().stream()
                .filter(trace -> trace.bounds().stream().anyMatch(bound -> bound.binding()))
                .map(trace -> trace.step().id())
                .toList();
        return binding.contains(step) ? step : String.join(" ", binding);
    }

    private void fail(CaseRow row, String column, String expected, String got) {
        failures.add(new CaseFailure(worked.id(), row.number(), row.place(), column, expected, got));
    }
}
