package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fen;
import fangpin.kernel.provision.AssistanceMeasure;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.Contradiction;
import fangpin.kernel.provision.FirstPayer;
import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.NegativeList;
import fangpin.kernel.provision.PayerOrder;
import fangpin.kernel.provision.PointsScheme;
import fangpin.kernel.provision.PointsTable;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Responsibility;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Target;
import fangpin.kernel.provision.TargetGroup;
import fangpin.kernel.provision.Tie;
import fangpin.kernel.provision.TimeLimit;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Provisions in plain words, each under the clauses it carries out. */
final class ProvisionRules {
    private final List<Provision> provisions;
    private final Wording wording;
    private final StatementWords statements;
    private final BiConsumer<ClauseId, String> rules;

    /**
     * Prepares the words.
     *
     * @param provisions of the pack
     * @param rules takes each rule with its clause
     */
    ProvisionRules(List<Provision> provisions, Wording wording, BiConsumer<ClauseId, String> rules) {
        this.provisions = provisions;
        this.statements = new StatementWords(provisions, wording);
        this.wording = wording;
        this.rules = rules;
    }

    void add() {
        provisions.forEach(this::add);
    }

    private void add(Provision provision) {
        String name = wording.text(provision.name());
        ClauseId clause = provision.clause();
        switch (provision) {
            case TargetGroup group -> rules.accept(clause, group(group));
            case TimeLimit limit -> rules.accept(clause, limit(limit));
            case NegativeList list -> list.items().forEach(item -> rules.accept(item.clause(), expense(name, item)));
            case Gate gate ->
                rules.accept(
                        clause,
                        wording.text(
                                "provision.gate",
                                name,
                                wording.text(gate.needs()),
                                wording.text(gate.opens()),
                                wording.text("hardness." + RuleWords.key(gate.hardness()))));
            case Checklist checklist -> listed("provision.checklist", name, checklist.items());
            case PayerOrder order ->
                rules.accept(
                        clause,
                        wording.text(
                                "provision.payer-order",
                                name,
                                String.join(wording.text("then"), names(order.payers()))));
            case FirstPayer first ->
                rules.accept(
                        clause,
                        wording.text(
                                first.andTheLike() ? "provision.first-payer-like" : "provision.first-payer",
                                name,
                                first.payer(),
                                wording.list(names(first.causes()))));
            case FundPurposes purposes -> listed("provision.purposes", name, purposes.purposes());
            case Statement statement ->
                statement.rows().forEach(row -> rules.accept(row.clause(), statements.row(statement, row)));
            case Reallocation moved -> {
                String rule = wording.text(
                        "provision.reallocation",
                        name,
                        moved.amount().readable(),
                        wording.text("ground." + RuleWords.key(moved.ground())),
                        wording.text(moved.reason()));
                rules.accept(clause, rule);
                rules.accept(moved.to(), rule);
            }
            case Tie tie -> rules.accept(clause, statements.tie(tie));
            case Contradiction one -> {
                String rule = wording.text("provision.contradiction", name, wording.text(one.taken()));
                one.clauses().forEach(cited -> rules.accept(cited, rule));
            }
            case PointsScheme points -> points(points, name);
            case Target target -> rules.accept(clause, target(target));
            case Responsibility duty ->
                rules.accept(
                        clause, wording.text("provision.responsible", wording.text(duty.party()), duty.role(), name));
            case AssistanceMeasure measure ->
                rules.accept(
                        clause,
                        wording.text(
                                "provision.measure",
                                name,
                                wording.list(measure.groups().stream()
                                        .map(this::group)
                                        .toList())));
        }
    }

    /** A group by its name. */
    private String group(String id) {
        return provisions.stream()
                .filter(one -> one instanceof TargetGroup && one.id().equals(id))
                .map(one -> wording.text(one.name()))
                .findFirst()
                .orElse(id);
    }

    private String group(TargetGroup group) {
        List<String> standings = group.standings().stream()
                .map(standing -> wording.text("standing." + RuleWords.key(standing)))
                .toList();
        StringBuilder more = new StringBuilder();
        if (group.period() != null) {
            more.append(wording.text(
                    "provision.group-days",
                    group.period().from(),
                    group.period().lastDay()));
        }
        if (group.partOf() != null) {
            more.append(wording.text("provision.group-part", group(group.partOf())));
        }
        if (!group.conditions().isEmpty()) {
            more.append(wording.text(
                    "provision.group-conditions",
                    wording.list(group.conditions().stream().map(wording::text).toList())));
        }
        return wording.text("provision.group", wording.text(group.name()), group.id(), wording.list(standings), more);
    }

    private String limit(TimeLimit limit) {
        TimeLimit within = limit.within();
        return wording.text(
                        "provision.time-limit",
                        wording.text(limit.name()),
                        event(limit, limit.starts()),
                        wording.text(
                                "span." + RuleWords.key(limit.span().unit()),
                                limit.span().length()),
                        event(limit, limit.stops()),
                        within == null ? "" : wording.text("provision.time-limit-within", wording.text(within.name())))
                + RuleWords.readings(limit.readings(), wording);
    }

    private String event(TimeLimit limit, String id) {
        return limit.events().stream()
                .filter(event -> event.id().equals(id))
                .map(event -> wording.text(event.name()))
                .findFirst()
                .orElse(id);
    }

    private String expense(String list, NegativeList.Item item) {
        List<String> words = new ArrayList<>(item.printed());
        words.addAll(item.alike());
        NegativeList.Instead instead = item.instead();
        return wording.text(
                "provision.expense",
                list,
                wording.text(item.name()),
                item.category(),
                wording.list(words),
                instead == null
                        ? ""
                        : wording.text(
                                "provision.expense-instead", wording.text(instead.payer()), instead.outsideAccount()));
    }

    /** Items of a list, those of one clause together. */
    private void listed(String key, String name, List<ListedItem> items) {
        Map<ClauseId, List<ListedItem>> byClause = new LinkedHashMap<>();
        items.forEach(item -> byClause.computeIfAbsent(item.clause(), one -> new ArrayList<>())
                .add(item));
        byClause.forEach((clause, of) -> rules.accept(clause, wording.text(key, name, wording.list(names(of)))));
    }

    private List<String> names(List<ListedItem> items) {
        return items.stream().map(item -> wording.text(item.name())).toList();
    }

    private void points(PointsScheme points, String name) {
        listed("provision.points-stages", name, points.stages());
        listed("provision.points-uses", name, points.uses());
        PointsTable table = points.table();
        if (table == null) {
            rules.accept(points.clause(), wording.text("provision.points-wait", name, wording.list(points.waitsFor())));
            return;
        }
        List<String> items = table.items().stream()
                .map(item -> wording.text(
                        "provision.points-item", wording.text(item.name()), item.points(), item.mostTimes()))
                .toList();
        Fen worth = table.worth();
        rules.accept(
                points.clause(), wording.text("provision.points-table", name, wording.list(items), worth.readable()));
    }

    private String target(Target target) {
        Target.Years years = target.years();
        String when = target.by() == null ? "" : wording.text("provision.target-by", target.by());
        String howLong = years == null
                ? ""
                : years.least() == years.most()
                        ? wording.text("provision.target-years", years.least())
                        : wording.text("provision.target-years-between", years.least(), years.most());
        String measure = switch (target.measure()) {
            case Target.AtLeast(int count, var unit) ->
                wording.text("provision.target-least", count, wording.text(unit));
            case Target.Rising(var of) -> wording.text("provision.target-rising", wording.text(of));
            case Target.InWords _ -> "";
        };
        return wording.text("provision.target", wording.text(target.name()), when, howLong, measure);
    }
}
