package fangpin.packs.explain;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Receipt;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall.Bucket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * The full detail of one settlement as one object, fields always in this order. Amounts are strings of yuan with two decimals; what
 * is named by an id is explained by the pack whose hash the receipt bears.
 */
final class JsonDetail {
    private final PolicyPack pack;
    private final Settlement settlement;
    private final Product product;
    private final Explanation explanation;
    private final Program program;
    private final Units units;
    private final JsonGenerator out;

    JsonDetail(PolicyPack pack, Settlement settlement, JsonGenerator out) {
        this.pack = pack;
        this.settlement = settlement;
        this.product = settlement.product();
        this.explanation = settlement.explanation();
        this.program = explanation.program();
        this.units = Units.of(product);
        this.out = out;
    }

    void write() {
        out.writeStartObject();
        CaseInput input = settlement.input();
        out.writeStringProperty("pack", pack.id());
        out.writeStringProperty("product", product.id());
        out.writeStringProperty("clause", product.clause().text());
        out.writeStringProperty("case_id", input.caseId());
        out.writeStringProperty("person_id", input.personId());
        out.writeStringProperty("deciding_date", input.decidingDate().toString());
        out.writeStringProperty(
                "date_basis",
                switch (product.dateBasis()) {
                    case ADMISSION -> "admission";
                    case DISCHARGE -> "discharge";
                    case ACCIDENT -> "accident";
                });
        money("paid", settlement.paid().amount());
        money("year_paid", settlement.yearPaid().amount());
        inputs(input);
        layers();
        waterfall();
        JsonSteps steps = new JsonSteps(explanation, units, out);
        steps.write();
        accumulators();
        bounds();
        limits();
        readings();
        receipt(settlement.receipt());
        out.writeEndObject();
    }

    private void money(String name, long fen) {
        out.writeStringProperty(name, Amounts.yuan(fen));
    }

    private void inputs(CaseInput input) {
        out.writeObjectPropertyStart("inputs");
        for (int register = 0; register < program.inputs().size(); register++) {
            String name = program.inputs().get(register);
            long value = explanation.value(register);
            switch (units.of(register)) {
                case MONEY -> money(name, value);
                case NUMBER -> out.writeNumberProperty(name, value);
                case CODE -> {
                    out.writeObjectPropertyStart(name);
                    out.writeNumberProperty("code", value);
                    CodeWord word = units.word(register, value);
                    if (word != null) {
                        out.writeStringProperty("word", word.word());
                    }
                    out.writeEndObject();
                }
            }
        }
        out.writeEndObject();
        out.writeObjectPropertyStart("keys");
        for (Map.Entry<String, String> key : new TreeMap<>(input.keys()).entrySet()) {
            out.writeStringProperty(key.getKey(), key.getValue());
        }
        out.writeEndObject();
    }

    private void layers() {
        out.writeArrayPropertyStart("layers");
        for (PayerLayer layer : product.layers()) {
            out.writeStartObject();
            out.writeStringProperty("payer", layer.payer());
            out.writeStringProperty("clause", layer.clause().text());
            out.writeStringProperty(
                    "base",
                    switch (layer.base()) {
                        case ELIGIBLE -> "eligible";
                        case INELIGIBLE -> "ineligible";
                    });
            out.writeStringProperty("from", program.name(layer.register()));
            out.writeBooleanProperty("computed", layer.computed());
            money("paid", explanation.value(layer.register()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void waterfall() {
        out.writeObjectPropertyStart("waterfall");
        money("total", settlement.waterfall().total().amount());
        out.writeArrayPropertyStart("buckets");
        for (Bucket bucket : settlement.waterfall().buckets()) {
            out.writeStartObject();
            out.writeStringProperty("id", bucket.id());
            money("amount", bucket.amount().amount());
            money("left", bucket.left().amount());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void accumulators() {
        out.writeArrayPropertyStart("accumulators");
        for (int index = 0; index < program.accumulators().size(); index++) {
            Accumulator accumulator = program.accumulators().get(index);
            out.writeStartObject();
            out.writeStringProperty("id", accumulator.id());
            out.writeArrayPropertyStart("scope");
            accumulator.scope().keys().forEach(out::writeString);
            out.writeEndArray();
            out.writeStringProperty(
                    "keeps",
                    switch (accumulator.keeps()) {
                        case SUM -> "sum";
                        case HIGHEST -> "highest";
                    });
            out.writeStringProperty("follows", program.name(accumulator.register()));
            money("before", explanation.before().get(index));
            money("after", explanation.after().get(index));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void bounds() {
        out.writeArrayPropertyStart("decided_by");
        List<NextBound> all = NextBound.all(product, explanation);
        for (NextBound next : all) {
            if (next.bound().binding()) {
                bound(next);
            }
        }
        out.writeEndArray();
        NextBound nearest = NextBound.nearest(all);
        if (nearest == null) {
            out.writeNullProperty("next_bound");
        } else {
            out.writeName("next_bound");
            bound(nearest);
        }
    }

    private void bound(NextBound next) {
        out.writeStartObject();
        out.writeStringProperty("step", next.trace().step().id());
        out.writeStringProperty("bound", next.bound().name());
        money("distance", next.bound().distance());
        out.writeEndObject();
    }

    private void limits() {
        out.writeArrayPropertyStart("limits");
        for (Limit limit : Limit.of(product, explanation)) {
            out.writeStartObject();
            out.writeStringProperty("step", limit.trace().step().id());
            money("limit", limit.limit());
            money("used", limit.used());
            money("left", limit.left());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void readings() {
        out.writeArrayPropertyStart("readings");
        for (Reading reading : product.readings()) {
            out.writeStartObject();
            out.writeStringProperty("id", reading.id());
            out.writeStringProperty("chosen", reading.chosen());
            out.writeArrayPropertyStart("others");
            for (Reading.Choice choice : reading.choices()) {
                if (!choice.id().equals(reading.chosen())) {
                    out.writeString(choice.id());
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void receipt(Receipt receipt) {
        out.writeObjectPropertyStart("receipt");
        out.writeStringProperty("engine_version", receipt.engineVersion());
        out.writeStringProperty("pack", receipt.packId());
        out.writeStringProperty("pack_hash", receipt.packHash());
        PolicyPack.Superior superior = pack.superior();
        if (superior == null) {
            out.writeNullProperty("superior_pack");
        } else {
            out.writeStringProperty("superior_pack", superior.id());
        }
        String superiorHash = receipt.superiorPackHash();
        if (superiorHash == null) {
            out.writeNullProperty("superior_pack_hash");
        } else {
            out.writeStringProperty("superior_pack_hash", superiorHash);
        }
        out.writeStringProperty("input_hash", receipt.inputHash());
        out.writeObjectPropertyStart("readings");
        receipt.readings().forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeEndObject();
    }
}
