package fangpin.packs.cases;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.kernel.settlement.ProgrammeRun.Outcome;
import fangpin.packs.cases.CaseRun.GrantRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Runs a programme's case, row by row, and holds what comes out against what the case says. */
final class ProgrammeCaseRunner {
    private ProgrammeCaseRunner() {}

    static CaseRun run(PolicyPack pack, Programme programme, PackCase worked) {
        if (!(worked.work() instanceof PackCase.Granting granting)) {
            throw new IllegalStateException(worked.id() + " is a case of a product");
        }
        List<GrantRun> rows = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>();
        for (CaseRow row : granting.rows()) {
            LocalDate date = RowInput.date(row.given().getOrDefault(CaseColumns.DATE, ""))
                    .orElse(programme.period().from());
            Outcome outcome = ProgrammeRun.run(pack, programme, date, RowInput.values(programme, row));
            rows.add(new GrantRun(row, date, outcome));
            boolean refusalExpected =
                    row.expected().stream().anyMatch(expected -> expected instanceof Expectation.Refused);
            if (!refusalExpected && !refusal(outcome).isEmpty()) {
                failures.add(new CaseFailure(
                        worked.id(), row.number(), row.place(), CaseColumns.REFUSED, "", refusal(outcome)));
            }
            for (Expectation expected : row.expected()) {
                String got = got(programme, outcome, expected);
                if (!got.equals(expected.text())) {
                    failures.add(new CaseFailure(
                            worked.id(), row.number(), expected.place(), expected.column(), expected.text(), got));
                }
            }
        }
        return new CaseRun.OfProgramme(worked, programme, List.copyOf(rows), List.copyOf(failures));
    }

    /** The word of the refusal; empty if the programme was worked out. */
    static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Granted _ -> "";
            case Outcome.Refused refused ->
                switch (refused.reason()) {
                    case OUTSIDE_PERIOD -> Refusal.OUTSIDE_PERIOD.word();
                    case NOT_COMPUTABLE -> Refusal.NOT_COMPUTABLE.word();
                    case BAD_INPUT -> throw new IllegalStateException("a case's cells were not checked");
                };
        };
    }

    private static String got(Programme programme, Outcome outcome, Expectation expected) {
        return switch (outcome) {
            case Outcome.Refused _ -> expected instanceof Expectation.Refused ? refusal(outcome) : "";
            case Outcome.Granted granted ->
                switch (expected) {
                    case Expectation.Refused _ -> "";
                    case Expectation.Binding binding -> CaseRunner.binding(granted.explanation(), binding.step());
                    case Expectation.Amount _, Expectation.InClass _ ->
                        programme
                                .result(expected.column())
                                .map(result -> value(programme, granted, result))
                                .orElse("");
                };
        };
    }

    private static String value(Programme programme, Outcome.Granted granted, Programme.Result result) {
        long value = granted.value(result);
        List<Operation.Classify.ClassName> classes = programme.classes(result.register());
        return classes.isEmpty()
                ? new Fen(value).yuan()
                : classes.get(Math.toIntExact(value) - 1).word();
    }
}
