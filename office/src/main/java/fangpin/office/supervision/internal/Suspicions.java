package fangpin.office.supervision.internal;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Actor;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundClock;
import fangpin.office.appropriation.FundClocks;
import fangpin.office.appropriation.FundRules;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All rules, run on the special funds of a place and everything below it, within the caller's transaction. */
@Component
public final class Suspicions {
    /** So many days before a limit ends it is pressing. */
    private static final int PRESSING_DAYS = 5;
    /** Matching money has as long as money from above has (WH6 §3.1). */
    private static final int MATCHING_DAYS = 30;
    /** Money may wait so long for a project: finance's share of the limit (WH6 §3.1). */
    private static final int WAITING_DAYS = 15;
    /** Years after their own in which clocks and matching money are still looked at. */
    private static final int YEARS = 2;

    private final SuspectRows rows;
    private final FundClocks clocks;
    private final Allocations allocations;
    private final FundRules rules;
    private final ProjectPool pool;

    Suspicions(SuspectRows rows, FundClocks clocks, Allocations allocations, FundRules rules, ProjectPool pool) {
        this.rows = rows;
        this.clocks = clocks;
        this.allocations = allocations;
        this.rules = rules;
        this.pool = pool;
    }

    /** Everything suspect on a day; each matter once, under a clause only where its own pack has it. */
    public List<Found> all(Actor actor, LocalDate today) {
        List<Integer> years = rows.years(today.getYear() - YEARS);
        List<Found> found = new ArrayList<>();
        years.forEach(year -> {
            found.addAll(late(actor, year, today));
            found.addAll(unmatched(actor, year, today));
            found.addAll(waitingProjects(actor, year));
        });
        found.addAll(projects(actor));
        found.addAll(rows.unregistered());
        found.addAll(rows.sharedAccounts());
        found.addAll(rows.paidTwice());
        found.addAll(rows.cleared());
        found.addAll(rows.cash());
        found.addAll(rows.idle(FindingRule.IDLE_ONE_YEAR, today.minusYears(1), today.minusYears(2)));
        found.addAll(rows.idle(FindingRule.IDLE_TWO_YEARS, today.minusYears(2), LocalDate.EPOCH));
        found.addAll(rows.moreThanArrived());
        found.addAll(waitingMoney(actor, today));
        Map<String, Boolean> known = new HashMap<>();
        return found.stream()
                .map(one -> one.clause().isEmpty()
                                || known.computeIfAbsent(
                                        one.pack() + " " + one.clause(), key -> has(actor, one.pack(), one.clause()))
                        ? one
                        : one.under(""))
                .toList();
    }

    private boolean has(Actor actor, String pack, String clause) {
        return rules.pack(actor, pack)
                .filter(it -> it.clause(new ClauseId(clause)).isPresent())
                .isPresent();
    }

    private List<Found> late(Actor actor, int year, LocalDate today) {
        return clocks.of(actor, actor.scope().path(), year, today).stream()
                .flatMap(clock -> {
                    boolean late = clock.state() == TimeLimit.State.LATE;
                    return late || FundClocks.pressing(clock, today, PRESSING_DAYS)
                            ? Stream.of(late(clock, late ? FindingRule.LATE : FindingRule.NEARLY_LATE))
                            : Stream.empty();
                })
                .toList();
    }

    private static Found late(FundClock clock, FindingRule rule) {
        return new Found(
                rule,
                "document/" + clock.document().id() + "/" + clock.limit().id(),
                clock.document().path(),
                clock.holder() == FundClock.Holder.POVERTY_OFFICE
                        ? Finding.Department.POVERTY_OFFICE
                        : Finding.Department.FINANCE,
                clock.limit().clause().toString(),
                "document/" + clock.document().id(),
                clock.document().pack(),
                "",
                List.of(clock.document().number(), Objects.toString(clock.deadline(), "")),
                clock.openFen());
    }

    private List<Found> unmatched(Actor actor, int year, LocalDate today) {
        return allocations.matching(actor, year).stream()
                .filter(one -> one.putUpFen() < one.dueFen()
                        && today.isAfter(one.dueFrom().plusDays(MATCHING_DAYS)))
                .map(one -> Found.of(
                        FindingRule.MATCHING_MISSING,
                        "matching/" + year + "/" + one.pack() + "/" + one.item(),
                        one.path(),
                        "matching/" + year,
                        new Found.Of(one.pack(), one.item()),
                        List.of(yuan(one.dueFen()), yuan(one.putUpFen())),
                        one.dueFen() - one.putUpFen()))
                .toList();
    }

    private static String yuan(long fen) {
        return fangpin.kernel.money.Fen.yuan(fen);
    }

    private List<Found> projects(Actor actor) {
        List<SuspectRows.OfProject> funded = rows.projects();
        Map<Long, Standing> standings =
                pool
                        .standings(
                                actor,
                                funded.stream()
                                        .map(SuspectRows.OfProject::project)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Standing::id, Function.identity()));
        List<Found> found = new ArrayList<>();
        for (SuspectRows.OfProject one : funded) {
            Standing standing = standings.get(one.project());
            if (standing == null) {
                continue;
            }
            Optional<PolicyPack> pack = rules.pack(actor, one.pack());
            if (!standing.inPool()) {
                found.add(project(
                                FindingRule.NOT_IN_POOL,
                                one,
                                standing,
                                standing.exceptionDecided() ? "decided" : "undecided")
                        .under(gate(pack, FundRules.POOL_BEFORE_MONEY)));
            }
            if (!standing.goalsSet()) {
                found.add(project(
                                FindingRule.NO_GOALS,
                                one,
                                standing,
                                standing.exceptionDecided() ? "decided" : "undecided")
                        .under(gate(pack, FundRules.POOL_ENTRY)));
            }
            if (one.fen() > standing.budgetFen()) {
                found.add(project(FindingRule.OVER_BUDGET, one, standing, yuan(standing.budgetFen())));
            }
        }
        return found;
    }

    private static String gate(Optional<PolicyPack> pack, String id) {
        return pack.flatMap(it -> FundRules.gate(it, id))
                .map(gate -> gate.clause().toString())
                .orElse("");
    }

    private static Found project(FindingRule rule, SuspectRows.OfProject money, Standing standing, String other) {
        return Found.of(
                rule,
                "project/" + standing.id(),
                standing.path(),
                "project/" + standing.id(),
                new Found.Of(money.pack(), money.item()),
                List.of(standing.name(), other),
                money.fen());
    }

    private List<Found> waitingProjects(Actor actor, int year) {
        Set<Long> funded = new HashSet<>();
        rows.projects().forEach(one -> funded.add(one.project()));
        return pool.fundable(actor, actor.scope().path(), year).stream()
                .filter(one -> one.year() == year && !funded.contains(one.id()))
                .map(one -> Found.of(
                        FindingRule.PROJECT_WAITS,
                        "project/" + one.id(),
                        one.path(),
                        "project/" + one.id(),
                        new Found.Of(one.pack(), one.item()),
                        List.of(one.name(), yuan(one.budgetFen())),
                        one.budgetFen()))
                .toList();
    }

    private List<Found> waitingMoney(Actor actor, LocalDate today) {
        Map<String, List<Standing>> fundable = new HashMap<>();
        return rows.waiting(today.minusDays(WAITING_DAYS)).stream()
                .filter(line -> rules.pack(actor, line.pack())
                        .filter(pack -> !FundRules.forProjects(pack, line.item()))
                        .isEmpty())
                .filter(line -> fundable
                        .computeIfAbsent(
                                line.path() + " " + line.year(), key -> pool.fundable(actor, line.path(), line.year()))
                        .stream()
                        .noneMatch(one -> line.item().isEmpty() || one.item().equals(line.item())))
                .map(line -> Found.of(
                        FindingRule.MONEY_WAITS,
                        "line/" + line.line(),
                        line.path(),
                        "line/" + line.line(),
                        new Found.Of(line.pack(), line.item()),
                        List.of(line.number(), ""),
                        line.fen()))
                .toList();
    }
}
