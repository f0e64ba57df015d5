package fangpin.packs.check;

import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.cases.CaseRun;
import fangpin.packs.cases.CaseRunner;
import fangpin.packs.cases.FundCaseRun;
import fangpin.packs.cases.FundCaseRunner;
import fangpin.packs.cases.ProvisionCase;
import fangpin.packs.cases.ProvisionCaseRunner;
import fangpin.packs.cases.Variants;
import fangpin.packs.check.CoverageItem.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which of the things there are to reach the cases of a pack reach: in its products and programmes as they stand, in what each reading taken
 * otherwise adds to them, and between the choices of every reading.
 */
final class CoverageCheck {
    private final Variants variants;
    private final List<CaseRun> runs;
    private final List<FundCaseRun> fundRuns;
    private final List<ProvisionCase> provisionCases;

    CoverageCheck(
            Variants variants, List<CaseRun> runs, List<FundCaseRun> fundRuns, List<ProvisionCase> provisionCases) {
        this.variants = variants;
        this.runs = runs;
        this.fundRuns = fundRuns;
        this.provisionCases = provisionCases;
    }

    Coverage coverage() {
        Set<CoverageItem> expected = new LinkedHashSet<>();
        rules(variants.base(), expected);
        for (Reading reading : readings()) {
            for (Reading.Choice choice : reading.choices()) {
                if (variants.load(Map.of(reading.id(), choice.id()), null) instanceof LoadResult.Loaded other) {
                    rules(other, expected);
                }
            }
        }
        Set<CoverageItem> reached = new HashSet<>();
        for (CaseRun run : runs) {
            expected.addAll(expected(run.calculation()));
            reached.addAll(reached(run));
        }
        fundRuns.forEach(run -> reached.addAll(FundItems.reached(run)));
        // cases that take few readings otherwise come first: most tell a choice apart, and need fewer variants of the
        // pack
        List<CaseRun> simplestFirst = runs.stream()
                .sorted(Comparator.comparingInt(run -> run.worked().readings().size()))
                .toList();
        for (Reading reading : readings()) {
            choices(reading, simplestFirst, expected, reached);
        }
        return new Coverage(
                expected.size(),
                expected.stream().filter(item -> !reached.contains(item)).toList());
    }

    /** Readings that cases can tell apart; those that shape floors only are told apart by the findings. */
    private List<Reading> readings() {
        PolicyPack pack = variants.base().pack();
        return pack.readings().stream()
                .filter(reading -> pack.standards().floors().stream()
                                .noneMatch(floor -> floor.readings().contains(reading.id()))
                        || calculations(pack)
                                .anyMatch(calculation -> calculation.readings().contains(reading)))
                .toList();
    }

    private static Stream<Calculation> calculations(PolicyPack pack) {
        return Stream.concat(pack.products().stream(), pack.programmes().stream());
    }

    private static void rules(LoadResult.Loaded loaded, Set<CoverageItem> expected) {
        loaded.pack().products().forEach(product -> expected.addAll(expected(product)));
        loaded.pack().programmes().forEach(programme -> expected.addAll(expected(programme)));
        expected.addAll(FundItems.expected(loaded.pack().funds()));
    }

    private static List<CoverageItem> expected(Calculation calculation) {
        return switch (calculation) {
            case Product product -> new ProductItems(product).expected();
            case Programme programme -> new ProgrammeItems(programme).expected();
        };
    }

    private static List<CoverageItem> reached(CaseRun run) {
        return switch (run) {
            case CaseRun.OfProduct ofProduct -> new ProductItems(ofProduct.calculation()).reached(ofProduct);
            case CaseRun.OfProgramme ofProgramme -> new ProgrammeItems(ofProgramme.calculation()).reached(ofProgramme);
        };
    }

    private void choices(
            Reading reading, List<CaseRun> simplestFirst, Set<CoverageItem> expected, Set<CoverageItem> reached) {
        for (Reading.Choice choice : reading.choices()) {
            for (Reading.Choice other : reading.choices()) {
                if (!choice.equals(other)) {
                    CoverageItem item =
                            new CoverageItem("", Kind.CHOICE, reading.id(), choice.id() + " / " + other.id());
                    expected.add(item);
                    if (provisionCases.stream().anyMatch(one -> tells(one, reading, choice.id(), other.id()))
                            || simplestFirst.stream().anyMatch(run -> tells(run, reading, choice.id(), other.id()))
                            || fundRuns.stream().anyMatch(run -> tells(run, reading, choice.id(), other.id()))) {
                        reached.add(item);
                    }
                }
            }
        }
    }

    /** Whether a case that takes one choice, and comes out, would come out otherwise under another. */
    private boolean tells(CaseRun run, Reading reading, String choice, String other) {
        Map<String, String> readings = new TreeMap<>(run.worked().readings());
        String taken = readings.getOrDefault(reading.id(), reading.chosen());
        if (!taken.equals(choice) || !run.failures().isEmpty()) {
            return false;
        }
        readings.put(reading.id(), other);
        return variants.load(readings, run.worked().fill()) instanceof LoadResult.Loaded loaded
                && loaded.pack()
                        .calculation(run.calculation().id())
                        .map(calculation -> CaseRunner.run(loaded.pack(), calculation, run.worked()))
                        .filter(again -> !again.failures().isEmpty())
                        .isPresent();
    }

    private boolean tells(FundCaseRun run, Reading reading, String choice, String other) {
        Map<String, String> readings = new TreeMap<>(run.worked().readings());
        String taken = readings.getOrDefault(reading.id(), reading.chosen());
        if (!taken.equals(choice) || !run.failures().isEmpty()) {
            return false;
        }
        readings.put(reading.id(), other);
        return variants.load(readings, run.worked().fill()) instanceof LoadResult.Loaded loaded
                && !FundCaseRunner.run(loaded.pack().funds(), run.worked())
                        .failures()
                        .isEmpty();
    }

    /** So for a provision. */
    private boolean tells(ProvisionCase one, Reading reading, String choice, String other) {
        Map<String, String> readings = new TreeMap<>(one.readings());
        String taken = readings.getOrDefault(reading.id(), reading.chosen());
        if (!taken.equals(choice) || !comesOut(one, one.readings())) {
            return false;
        }
        readings.put(reading.id(), other);
        return !comesOut(one, readings);
    }

    private boolean comesOut(ProvisionCase one, Map<String, String> readings) {
        return !(variants.load(readings, one.fill()) instanceof LoadResult.Loaded loaded)
                || ProvisionCaseRunner.run(loaded.pack(), one).isEmpty();
    }
}
