package fangpin.packs.check;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.UsedFigure;
import fangpin.packs.cases.CaseFailure;
import fangpin.packs.cases.CaseFile;
import fangpin.packs.cases.CaseRun;
import fangpin.packs.cases.CaseRunner;
import fangpin.packs.cases.FundCase;
import fangpin.packs.cases.FundCaseRun;
import fangpin.packs.cases.FundCaseRunner;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.ProvisionCase;
import fangpin.packs.cases.ProvisionCaseRunner;
import fangpin.packs.cases.Variants;
import fangpin.packs.floors.FloorCheck;
import fangpin.packs.floors.FloorFinding;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** 核对政策包 Checks a pack: it loads under every reading, its cases come out, and what they leave open is listed. */
public final class PackCheck {
    private final Variants variants;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<UsedFigure> figures = new LinkedHashSet<>();

    private PackCheck(LoadResult.Loaded loaded) {
        this.variants = new Variants(loaded);
    }

    /**
     * Checks a pack.
     *
     * @param nameOrFolder a shipped pack's name, or the path of a folder
     */
    public static CheckReport check(String nameOrFolder) {
        return switch (Packs.load(nameOrFolder)) {
            case LoadResult.Loaded loaded -> new PackCheck(loaded).report();
            case LoadResult.Refused refused -> CheckReport.refused(nameOrFolder, refused.problems());
        };
    }

    private CheckReport report() {
        LoadResult.Loaded base = variants.base();
        figures.addAll(base.figures());
        otherReadings();
        CaseFile file = CaseFile.read(variants);
        problems.addAll(file.problems());
        List<CaseRun> runs = file.cases().stream().map(this::run).toList();
        List<FundCaseRun> fundRuns = file.fundCases().stream().map(this::run).toList();
        List<CaseFailure> failures = Stream.of(
                        runs.stream().flatMap(run -> run.failures().stream()),
                        fundRuns.stream().flatMap(run -> run.failures().stream()),
                        file.provisionCases().stream().flatMap(one -> run(one).stream()))
                .flatMap(one -> one)
                .toList();
        int rows = runs.stream().mapToInt(run -> run.worked().work().size()).sum()
                + fundRuns.stream().mapToInt(run -> run.worked().rows().size()).sum()
                + file.provisionCases().stream()
                        .mapToInt(one -> one.rows().size())
                        .sum();
        FigureCheck figureCheck = new FigureCheck(base, figures);
        return new CheckReport(
                base.pack().id(),
                List.copyOf(problems),
                runs.size() + fundRuns.size() + file.provisionCases().size(),
                rows,
                failures,
                new CoverageCheck(variants, runs, fundRuns, file.provisionCases()).coverage(),
                base.pack().openTerms(),
                base.pack().withheld(),
                base.pack().funds().withheld(),
                figureCheck.unused(),
                figureCheck.idleMarks(),
                floors(file.cases()),
                ProvisionFindings.of(base.pack()));
    }

    /** The pack between the levels: against those above it, and those below against it. */
    private List<FloorFinding> floors(List<PackCase> cases) {
        List<FloorFinding> findings = new ArrayList<>(FloorCheck.above(variants, cases));
        findings.addAll(FloorCheck.below(variants));
        return List.copyOf(findings);
    }

    /** A pack must load whichever way its readings are taken. */
    private void otherReadings() {
        for (Reading reading : variants.base().pack().readings()) {
            for (Reading.Choice choice : reading.choices()) {
                switch (variants.load(Map.of(reading.id(), choice.id()), null)) {
                    case LoadResult.Loaded loaded -> figures.addAll(loaded.figures());
                    case LoadResult.Refused refused ->
                        refused.problems().forEach(problem -> problems.add(under(reading, choice, problem)));
                }
            }
        }
    }

    private static Problem under(Reading reading, Reading.Choice choice, Problem problem) {
        return new Problem(
                problem.place(),
                problem.reason(),
                problem.read(),
                new Text(
                        "口径" + reading.id() + "取“" + choice.id() + "”时："
                                + problem.message().zh(),
                        "With reading " + reading.id() + " taken as \"" + choice.id() + "\": "
                                + problem.message().en()));
    }

    private CaseRun run(PackCase one) {
        if (!(variants.load(one.readings(), one.fill()) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("case " + one.id() + " was read under a pack that does not load");
        }
        figures.addAll(loaded.figures());
        Calculation calculation = loaded.pack().calculation(one.product()).orElseThrow();
        return CaseRunner.run(loaded.pack(), calculation, one);
    }

    private FundCaseRun run(FundCase one) {
        if (!(variants.load(one.readings(), one.fill()) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("case " + one.id() + " was read under a pack that does not load");
        }
        figures.addAll(loaded.figures());
        FundCaseRun run = FundCaseRunner.run(loaded.pack().funds(), one);
        figures.addAll(run.figures());
        return run;
    }

    private List<CaseFailure> run(ProvisionCase one) {
        if (!(variants.load(one.readings(), one.fill()) instanceof LoadResult.Loaded loaded)) {
            throw new IllegalStateException("case " + one.id() + " was read under a pack that does not load");
        }
        figures.addAll(loaded.figures());
        return ProvisionCaseRunner.run(loaded.pack(), one);
    }
}
