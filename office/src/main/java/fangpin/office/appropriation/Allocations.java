package fangpin.office.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.Proportion;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.AllocationRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 资金分配 (WH6 §2, §3.1, §3.3): a scheme is run on the register, adjusted with reasons, proposed, approved by another person, published, and
 * issued by finance, and only then the money stands on the divisions' lines.
 */
@Service
public final class Allocations {
    private final ScopedWork work;
    private final AllocationRows rows;
    private final SchemeRun runs;
    private final AllocationIssue issue;
    private final FundRules rules;
    private final Clearings clearings;
    private final Audit audit;

    Allocations(
            ScopedWork work,
            AllocationRows rows,
            SchemeRun runs,
            AllocationIssue issue,
            FundRules rules,
            Clearings clearings,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.runs = runs;
        this.issue = issue;
        this.rules = rules;
        this.clearings = clearings;
        this.audit = audit;
    }

    /**
     * 依据的数.
     *
     * @param registered as the register counts it; null where others state the amount
     * @param used as the scheme read it: typed, else registered; empty where nobody stated it
     */
    public record Stated(@Nullable Long registered, String used) {}

    /**
     * 测算: a scheme on the headcounts of its days, with what was adjusted.
     *
     * @param paths where each division lies, by code
     * @param values by measure and division
     * @param cells what would be proposed
     * @param tilt what the named divisions have; null where the scheme says nothing of it
     */
    public record Worked(
            PolicyPack pack,
            AllocationScheme scheme,
            Map<String, String> paths,
            Map<String, Map<String, Stated>> values,
            List<FundAllocation.Cell> cells,
            @Nullable Proportion tilt) {
        public Worked {
            paths = Map.copyOf(paths);
            values = Map.copyOf(values);
            cells = List.copyOf(cells);
        }
    }

    /**
     * What is typed beside a scheme.
     *
     * @param measures by measure and division, {@code insured/371002}: instead of what the register counts
     * @param amounts by item and division: yuan instead of what the scheme gives
     * @param reasons by item and division: why
     */
    public record Typed(Map<String, String> measures, Map<String, String> amounts, Map<String, String> reasons) {
        /** Nothing typed. */
        public static final Typed NOTHING = new Typed(Map.of(), Map.of(), Map.of());

        public Typed {
            measures = Map.copyOf(measures);
            amounts = Map.copyOf(amounts);
            reasons = Map.copyOf(reasons);
        }
    }

    /** The schemes one may run: of packs whose place is one's own division. */
    public List<Schemed> schemes(Actor actor) {
        return rules.packsFor(actor).stream()
                .filter(pack -> fangpin.office.access.Scope.ofCode(pack.jurisdiction())
                        .path()
                        .equals(actor.scope().path()))
                .flatMap(pack -> pack.funds().schemes().stream().map(scheme -> new Schemed(pack.id(), scheme)))
                .toList();
    }

    /** A scheme and its pack. */
    public record Schemed(String pack, AllocationScheme scheme) {}

    /** 测算: what a scheme gives with what is typed; nothing is kept. */
    public Answer<Worked> work(Actor actor, String pack, String scheme, Typed typed, LocalDate today) {
        Optional<PolicyPack> found = rules.pack(actor, pack);
        Optional<AllocationScheme> plan = found.flatMap(one -> one.funds().scheme(scheme));
        return plan.isEmpty()
                ? Answer.refused(AppropriationRefusal.NO_SCHEME)
                : work.read(
                        actor,
                        () -> runs.run(plan.get(), typed.measures(), today)
                                .then(run -> AllocationCells.of(run, typed)
                                        .map(cells -> new Worked(
                                                found.orElseThrow(),
                                                run.scheme(),
                                                run.paths(),
                                                run.values(),
                                                cells,
                                                AllocationTilt.of(run.scheme(), cells)))));
    }

    /** What a scheme's measures are read as, also where it cannot be worked out yet; by measure and division. */
    public Map<String, Map<String, Stated>> stated(
            Actor actor, String pack, String scheme, Typed typed, LocalDate today) {
        return rules.pack(actor, pack)
                .flatMap(one -> one.funds().scheme(scheme))
                .map(plan -> work.read(actor, () -> runs.values(plan, typed.measures(), today)))
                .orElse(Map.of());
    }

    /** Proposes what a scheme gives with what is typed; another person answers. */
    public Answer<Long> propose(Actor actor, String pack, String scheme, int year, Typed typed, LocalDate today) {
        return allowed(actor, pack)
                .then(checked -> work(actor, pack, scheme, typed, today))
                .then(worked -> work.write(actor, () -> {
                    Proportion tilt = worked.tilt();
                    return insert(
                            actor,
                            new AllocationRows.Wanted(
                                    pack,
                                    scheme,
                                    year,
                                    tilt == null ? 0 : tilt.part().amount(),
                                    tilt == null ? 0 : tilt.whole().amount()),
                            worked.cells(),
                            today);
                }));
    }

    /**
     * One amount split by hand.
     *
     * @param division path below one's own
     */
    public record ByHand(String item, String division, Fen amount) {}

    /** Proposes amounts that no scheme gives, with the reason; another person answers. */
    public Answer<Long> proposeByHand(
            Actor actor, String pack, int year, List<ByHand> amounts, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(AppropriationRefusal.REASON_MISSING);
        }
        return allowed(actor, pack)
                .then(known -> HandCells.of(actor, known, amounts, reason.strip()))
                .then(cells -> work.write(
                        actor, () -> insert(actor, new AllocationRows.Wanted(pack, "", year, 0, 0), cells, today)));
    }

    private Answer<PolicyPack> allowed(Actor actor, String pack) {
        return actor.may(Right.FUND_PROPOSE)
                ? rules.pack(actor, pack)
                        .map(Answer::done)
                        .orElseGet(() -> Answer.refused(AppropriationRefusal.NO_SCHEME))
                : Answer.refused(AppropriationRefusal.NO_RIGHT);
    }

    /** What is on the negative list by its item or its words is refused; a word that is only like it waits for the approval (WH6 §3.2). */
    private Answer<Long> insert(
            Actor actor, AllocationRows.Wanted wanted, List<FundAllocation.Cell> cells, LocalDate today) {
        Answer<Long> allowed = Answer.done(0L);
        for (String item :
                cells.stream().map(FundAllocation.Cell::item).distinct().toList()) {
            allowed = allowed.then(
                    fine -> clearings.notForbidden(actor, wanted.pack(), item, FundAllocation.words(cells)));
        }
        return allowed.then(fine -> kept(actor, wanted, cells, today));
    }

    private Answer<Long> kept(
            Actor actor, AllocationRows.Wanted wanted, List<FundAllocation.Cell> cells, LocalDate today) {
        long id = rows.insert(actor.scope().path(), wanted, actor.userId(), today);
        rows.insertCells(id, actor.scope().path(), cells);
        audit.record(
                actor,
                AuditAction.FUND_ALLOCATION,
                "allocation/" + id,
                Map.of("scheme", wanted.scheme(), "cells", Integer.toString(cells.size())));
        return Answer.done(id);
    }

    /** Approves what another proposed. */
    public Answer<FundAllocation> approve(Actor actor, long id, LocalDate today) {
        return step(
                actor,
                id,
                Right.FUND_APPROVE,
                FundAllocation.State.PROPOSED,
                one -> Separation.check(one.proposedBy(), actor.userId())
                        .then(checked -> clearings.cleared(actor, one.expense()))
                        .map(fine -> {
                            rows.answer(id, FundAllocation.State.APPROVED, "", actor.userId(), today);
                            return id;
                        }));
    }

    /** Sends what another proposed back, with the reason. */
    public Answer<FundAllocation> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(AppropriationRefusal.REASON_MISSING)
                : step(
                        actor,
                        id,
                        Right.FUND_APPROVE,
                        FundAllocation.State.PROPOSED,
                        one -> Separation.check(one.proposedBy(), actor.userId())
                                .map(checked -> {
                                    rows.answer(
                                            id, FundAllocation.State.REFUSED, reason.strip(), actor.userId(), today);
                                    return id;
                                }));
    }

    /** 公示: says that the result was published (WH6 §3.3: all of it). */
    public Answer<FundAllocation> notice(Actor actor, long id, LocalDate today) {
        return step(actor, id, Right.FUND_PROPOSE, FundAllocation.State.APPROVED, one -> {
            rows.notice(id, today);
            return Answer.done(id);
        });
    }

    /** 下达: finance issues what was published under its number; the money stands on the divisions' lines. */
    public Answer<FundAllocation> issue(Actor actor, long id, String number, LocalDate today) {
        if (number.isBlank()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        return step(
                actor,
                id,
                Right.FUND_PAY,
                FundAllocation.State.NOTICED,
                one -> Separation.check(one.proposedBy(), actor.userId())
                        .then(checked -> issue.issue(actor, one, number.strip(), today)));
    }

    private Answer<FundAllocation> step(
            Actor actor,
            long id,
            Right right,
            FundAllocation.State state,
            Function<FundAllocation, Answer<Long>> taken) {
        if (!actor.may(right)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<FundAllocation> found = rows.locked(id);
            if (found.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (found.get().state() != state) {
                return Answer.refused(
                        state == FundAllocation.State.NOTICED && found.get().state() == FundAllocation.State.APPROVED
                                ? AppropriationRefusal.NOT_NOTICED
                                : AppropriationRefusal.CHANGED_MEANWHILE);
            }
            return taken.apply(found.get()).map(done -> {
                FundAllocation after = rows.find(id).orElseThrow();
                audit.record(
                        actor,
                        AuditAction.FUND_ALLOCATION,
                        "allocation/" + id,
                        Map.of("state", after.state().word()));
                return after;
            });
        });
    }

    /** The scheme of an allocation, as its pack has it; empty where it was split by hand. */
    public Optional<AllocationScheme> scheme(Actor actor, FundAllocation allocation) {
        return rules.pack(actor, allocation.pack()).flatMap(pack -> pack.funds().scheme(allocation.scheme()));
    }

    /** One allocation with its cells. */
    public Optional<FundAllocation> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Allocations of one's division and those below, the newest first, without their cells. */
    public List<FundAllocation> list(Actor actor, int year) {
        return work.read(actor, () -> rows.list(year));
    }

    /** How many wait for this actor's approval. */
    public long toApprove(Actor actor) {
        return work.read(actor, () -> rows.waiting(FundAllocation.State.PROPOSED, actor.userId()));
    }

    /** How many wait to be issued. */
    public long toIssue(Actor actor) {
        return work.read(actor, () -> rows.waiting(FundAllocation.State.NOTICED, 0));
    }

    /**
     * 应配套与已配套: what a division owes beside what it was given, and what it has put up of its own (WH6 §2.2.1, §2.2.2).
     *
     * @param item of the scheme that matches
     */
    public record Matching(String path, String pack, String item, long dueFen, long putUpFen, LocalDate dueFrom) {
        /** What is missing. */
        public long openFen() {
            return Math.max(0, dueFen - putUpFen);
        }
    }

    /** What one's division and those below owe of their own money, by item. */
    public List<Matching> matching(Actor actor, int year) {
        return work.read(actor, () -> rows.matching(year));
    }

    /** Names of the items of a scheme that need money from above. */
    public static List<FundItem> fromAbove(AllocationScheme scheme) {
        return scheme.items().stream()
                .filter(item -> item.source().level().fromAbove())
                .toList();
    }

    /** A measure of a scheme by its id. */
    public static Measure measure(AllocationScheme scheme, String id) {
        return scheme.measures().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
