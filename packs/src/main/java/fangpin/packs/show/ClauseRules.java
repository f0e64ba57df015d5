package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.packs.floors.FloorWords;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause and the rules that carry it out, in plain words.
 *
 * @param clause down to its paragraph
 */
record ClauseRules(ClauseId clause, List<Rule> rules) {
    /** The rules of one clause as they are found. */
    private static final class Rules {
        private final List<Rule> all = new ArrayList<>();

        void add(String rule) {
            add(rule, List.of());
        }

        void add(String rule, List<String> below) {
            all.add(new Rule(rule, below));
        }
    }

    /** Every clause that a rule cites, in document order, the pack's own documents first. */
    static List<ClauseRules> of(PolicyPack pack, Wording wording, FloorWords floorWords) {
        Map<ClauseId, Rules> rules = new LinkedHashMap<>();
        pack.products().stream()
                .flatMap(product -> product.cover().stream())
                .distinct()
                .forEach(rule -> at(rules, rule.clause()).add(insured(rule, wording)));
        pack.products().forEach(product -> product(product, rules, wording));
        pack.programmes().forEach(programme -> programme(programme, rules, wording));
        for (Floor floor : pack.standards().floors()) {
            String rule =
                    wording.text("rule.floor", floorWords.floor(floor)) + RuleWords.readings(floor.readings(), wording);
            floor.clauses().forEach(clause -> at(rules, clause).add(rule));
        }
        new FundWords(pack.funds(), wording)
                .rules((clause, rule) -> at(rules, clause).add(rule));
        new ProvisionRules(
                        pack.provisions(),
                        wording,
                        (clause, rule) -> at(rules, clause).add(rule))
                .add();
        for (OpenTerm term : pack.openTerms()) {
            at(rules, term.clause())
                    .add(
                            wording.text("rule.open-term", term.id(), wording.text(term.asks())),
                            List.of(RuleWords.state(term, wording)));
        }
        for (Reading reading : pack.readings()) {
            String rule = reading(reading, wording);
            reading.clauses().forEach(clause -> at(rules, clause).add(rule, RuleWords.choices(reading, wording)));
        }
        List<ClauseId> order = order(pack);
        return rules.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<ClauseId, Rules> entry) ->
                                order.indexOf(entry.getKey().whole()))
                        .thenComparingInt(entry -> entry.getKey().paragraph()))
                .map(entry -> new ClauseRules(entry.getKey(), List.copyOf(entry.getValue().all)))
                .toList();
    }

    private static List<ClauseId> order(PolicyPack pack) {
        List<Document> documents = new ArrayList<>(pack.documents());
        PolicyPack.Superior superior = pack.superior();
        if (superior != null) {
            documents.addAll(superior.documents());
        }
        return documents.stream()
                .flatMap(document -> document.clauses().stream())
                .map(Clause::id)
                .toList();
    }

    private static Rules at(Map<ClauseId, Rules> rules, ClauseId clause) {
        return rules.computeIfAbsent(clause, one -> new Rules());
    }

    private static String reading(Reading reading, Wording wording) {
        String taken = reading.choices().stream()
                .filter(choice -> choice.id().equals(reading.chosen()))
                .map(choice -> wording.text(choice.meaning()))
                .findFirst()
                .orElse(reading.chosen());
        return wording.text("rule.reading", reading.id(), wording.text(reading.question()), taken);
    }

    private static String insured(CoverRule rule, Wording wording) {
        return wording.text("rule.insured", RuleWords.cover(rule, wording));
    }

    private static void product(Product product, Map<ClauseId, Rules> rules, Wording wording) {
        String name = wording.text(product.name());
        at(rules, product.premium().clause())
                .add(wording.text("rule.of", name, RuleWords.premium(product.premium(), wording)));
        int position = 1;
        for (PayerLayer layer : product.layers()) {
            at(rules, layer.clause())
                    .add(wording.text("rule.payer", name, position++, RuleWords.layer(layer, product, wording)));
        }
        steps(product, rules, wording);
    }

    private static void programme(Programme programme, Map<ClauseId, Rules> rules, Wording wording) {
        String name = wording.text(programme.name());
        for (Programme.Group group : programme.eligible()) {
            at(rules, group.clause())
                    .add(wording.text("rule.of", name, wording.text("rule.eligible", wording.text(group.name()))));
        }
        steps(programme, rules, wording);
        for (Programme.Result result : programme.results()) {
            at(rules, programme.clause())
                    .add(wording.text("rule.of", name, RuleWords.result(result, programme, wording)));
        }
    }

    private static void steps(Calculation calculation, Map<ClauseId, Rules> rules, Wording wording) {
        String name = wording.text(calculation.name());
        StepWords words = new StepWords(calculation, wording);
        int number = 1;
        for (Step step : calculation.program().steps()) {
            at(rules, step.clause())
                    .add(wording.text("rule.step", name, number++, wording.text(step.name()), words.rule(step))
                            + RuleWords.readings(step.readings(), wording));
        }
    }
}
