package fangpin.packs.floors;

import fangpin.kernel.floor.FloorAnswer;
import fangpin.kernel.floor.FloorAnswers;
import fangpin.kernel.floor.FloorJudge;
import fangpin.kernel.floor.Judgement;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Published;
import fangpin.kernel.policy.Published.Source;
import fangpin.kernel.settlement.Settlement;
import fangpin.packs.LoadResult;
import fangpin.packs.cases.CaseRun;
import fangpin.packs.cases.CaseRunner;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Variants;
import fangpin.packs.floors.FloorFinding.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What one pack answers, under any of its readings; its examples are run through the kernel each time. */
final class Answerer {
    private final Variants variants;
    private final List<PackCase> cases;

    Answerer(Variants variants, List<PackCase> cases) {
        this.variants = variants;
        this.cases = cases;
    }

    /** The floors of one level and the answers of one pack, each under its readings. */
    record Panel(List<Floor> floors, List<FloorAnswer> answers) {
        /** Empty if these readings leave the floor out. */
        Optional<Judgement> judge(String floorId) {
            FloorJudge judge = new FloorJudge(floors, answers);
            return floors.stream()
                    .filter(floor -> floor.id().equals(floorId))
                    .findFirst()
                    .map(judge::judge);
        }
    }

    /**
     * Both sides together.
     *
     * @param superior as its readings make it
     * @param readings of this pack, taken otherwise
     */
    Panel panel(LoadResult.Loaded superior, Map<String, String> readings) {
        return new Panel(superior.pack().standards().floors(), answers(readings));
    }

    private List<FloorAnswer> answers(Map<String, String> readings) {
        if (!(variants.load(readings, null) instanceof LoadResult.Loaded loaded)) {
            return List.of();
        }
        PolicyPack pack = loaded.pack();
        List<FloorAnswer> answers = new ArrayList<>();
        for (Published published : pack.standards().published()) {
            List<Settlement> example =
                    example(published).map(one -> settlements(one, readings)).orElse(List.of());
            answers.add(FloorAnswers.of(pack, published, example));
        }
        return answers;
    }

    private Optional<PackCase> example(Published published) {
        return published.source() instanceof Source.Example example
                ? cases.stream()
                        .filter(one -> one.id().equals(example.caseId()))
                        .findFirst()
                : Optional.empty();
    }

    /** The bills of a case in the order they were settled; a reading that the case takes itself stays as it is. */
    private List<Settlement> settlements(PackCase one, Map<String, String> readings) {
        Map<String, String> taken = new TreeMap<>(readings);
        taken.putAll(one.readings());
        if (!(variants.load(taken, one.fill()) instanceof LoadResult.Loaded loaded)) {
            return List.of();
        }
        return loaded.pack()
                .product(one.product())
                .filter(product -> product.caseKind() == Product.CaseKind.BILL)
                .map(product -> accepted(CaseRunner.run(loaded.pack(), product, one)))
                .orElse(List.of());
    }

    private static List<Settlement> accepted(CaseRun run) {
        return switch (run) {
            case CaseRun.OfProduct ofProduct ->
                ofProduct.rows().stream()
                        .filter(row -> row.refusal() == null)
                        .map(CaseRun.RowRun::settlement)
                        .filter(Objects::nonNull)
                        .toList();
            case CaseRun.OfProgramme _ -> List.of();
        };
    }

    /** The examples among the answers, by name. */
    List<Example> examples(Judgement judgement) {
        return judgement.answers().stream()
                .flatMap(one -> example(one.answer().published()).stream())
                .map(one -> new Example(one.id(), one.name()))
                .toList();
    }
}
