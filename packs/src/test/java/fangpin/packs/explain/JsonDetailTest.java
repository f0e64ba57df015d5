package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.benefit.ExplainingExecutor;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.packs.Golden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON holds all that is needed to compute the result again, and everything that explains it. */
class JsonDetailTest {
    static Stream<Scenario> scenarios() {
        return Scenario.ALL.stream();
    }

    private static JsonReading read(Scenario scenario) {
        return JsonReading.of(Explanations.json(Scenario.PACK, scenario.settle()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void recomputesFromTheLine(Scenario scenario) {
        JsonReading line = read(scenario);
        Product product = scenario.product();
        Program program = product.program();
        List<Long> inputs =
                line.object("inputs").values().stream().map(JsonReading::input).toList();
        List<Long> before = line.objects("accumulators").stream()
                .map(accumulator -> accumulator.fen("before"))
                .toList();
        Map<String, String> keys = new LinkedHashMap<>();
        line.object("keys").forEach((key, value) -> keys.put(String.valueOf(key), String.valueOf(value)));
        CaseInput input = new CaseInput(
                line.text("case_id"),
                line.text("person_id"),
                LocalDate.parse(line.text("deciding_date")),
                inputs,
                keys);

        assertEquals(line.text("receipt", "input_hash"), Settler.inputHash(product, input, before));
        Explanation again = ExplainingExecutor.explain(program, inputs, before);
        List<JsonReading> steps = line.objects("steps");
        for (int index = 0; index < program.steps().size(); index++) {
            JsonReading step = steps.get(index);
            assertEquals(program.steps().get(index).id(), step.text("id"));
            assertEquals(again.steps().get(index).result(), step.fen("result"), step.text("id"));
            assertEquals(Boolean.toString(again.steps().get(index).applied()), step.text("applied"));
        }
        assertEquals(
                again.after(),
                line.objects("accumulators").stream()
                        .map(accumulator -> accumulator.fen("after"))
                        .toList());
        assertEquals(again.value(product.ownLayer().register()), line.fen("paid"));
        assertEquals(again.value(product.yearPaidRegister()), line.fen("year_paid"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void putsEveryFenInOneBucket(Scenario scenario) {
        JsonReading line = read(scenario);
        long left = line.fen("waterfall", "total");
        for (JsonReading bucket : line.objects("waterfall", "buckets")) {
            left -= bucket.fen("amount");
            assertEquals(left, bucket.fen("left"));
        }
        assertEquals(0, left);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void saysWhatEachStepHadAndWhyAStepDidNotApply(Scenario scenario) {
        Settlement settlement = scenario.settle();
        for (JsonReading step : read(scenario).objects("steps")) {
            assertTrue(step.names()
                    .containsAll(List.of(
                            "clause", "readings", "operation", "parameters", "inputs", "applied", "result", "bounds")));
            assertEquals(step.text("applied").equals("false"), step.names().contains("not_applied"));
            if (step.names().contains("not_applied")) {
                assertFalse(step.objects("not_applied", "applies_to").isEmpty(), step.text("id"));
            }
            for (JsonReading bound : step.objects("bounds")) {
                assertEquals(bound.fen("compared") - bound.fen("at"), bound.fen("distance"));
            }
        }
        JsonReading line = read(scenario);
        assertEquals(settlement.receipt().packHash(), line.text("receipt", "pack_hash"));
        assertEquals(settlement.receipt().engineVersion(), line.text("receipt", "engine_version"));
        assertEquals(settlement.receipt().superiorPackHash(), line.text("receipt", "superior_pack_hash"));
        assertEquals(settlement.receipt().readings(), line.object("receipt", "readings"));
    }

    @Test
    void keepsItsFieldsAndTheirOrder() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("first-bill", "medical", "bands")) {
            lines.add(Explanations.json(Scenario.PACK, Scenario.named(name).settle()));
        }
        Golden.check("explain/detail.jsonl", String.join("\n", lines) + "\n");
    }

    @Test
    void writesNoLineBreakWhateverAnIdHolds() {
        Scenario scenario = Scenario.named("first-bill");
        CaseInput input =
                new CaseInput("B\n\"1\"\u2028", "张三\t\\", LocalDate.of(2020, 5, 10), scenario.inputs(), Map.of());
        Settlement settlement = Settler.settle(Scenario.PACK, scenario.product(), input, scenario.before());
        String line = Explanations.json(Scenario.PACK, settlement);
        assertEquals(1, line.lines().count());
        assertEquals("B\n\"1\"\u2028", JsonReading.of(line).text("case_id"));
        assertEquals("张三\t\\", JsonReading.of(line).text("person_id"));
    }
}
