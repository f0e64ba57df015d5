package fangpin.office.appropriation;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.CheckRows;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 审核要点: what finance looks at before it approves a request, each worked out when it is asked for: pool, goals, negative list, balance, payee,
 * duplicate, vouchers. What is {@code BAD} the approval refuses by itself.
 */
@Service
public final class RequestChecks {
    private final ScopedWork work;
    private final CheckRows rows;
    private final ProjectPool pool;
    private final Clearings clearings;
    private final FundRules rules;
    private final RequestVouchers vouchers;

    RequestChecks(
            ScopedWork work,
            CheckRows rows,
            ProjectPool pool,
            Clearings clearings,
            FundRules rules,
            RequestVouchers vouchers) {
        this.work = work;
        this.rows = rows;
        this.pool = pool;
        this.clearings = clearings;
        this.rules = rules;
        this.vouchers = vouchers;
    }

    /** 要点 */
    public enum Kind {
        /** 项目入库 */
        POOL,
        /** 绩效目标 */
        GOALS,
        /** 负面清单 */
        NEGATIVE_LIST,
        /** 可用指标 */
        BALANCE,
        /** 项目预算 */
        BUDGET,
        /** 收款人 */
        PAYEE,
        /** 重复支付 */
        DUPLICATE,
        /** 凭证 */
        VOUCHERS;

        /** Its name in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** 结论 */
    public enum Result {
        GOOD,
        /** 请核实 */
        WARN,
        /** 不能批准 */
        BAD;

        /** Its name in message keys and on pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param said what is so, by the last part of its message key
     * @param number that the words name, persons or payments or fen
     */
    public record Check(Kind kind, Result result, String said, long number) {
        /** The key of its words. */
        public String key() {
            return "appropriation.check." + kind.word() + "." + said;
        }
    }

    /** All of them, for a request that waits for its answer. */
    public List<Check> of(Actor actor, PaymentRequest request, BudgetLine line) {
        return work.read(actor, () -> {
            List<Check> checks = new ArrayList<>();
            Long project = line.projectId();
            Optional<Standing> standing = project == null ? Optional.empty() : pool.standing(actor, project);
            checks.add(pool(standing));
            standing.ifPresent(one -> checks.add(
                    one.goalsSet()
                            ? new Check(Kind.GOALS, Result.GOOD, "set", 0)
                            : new Check(Kind.GOALS, Result.WARN, "missing", 0)));
            checks.add(negativeList(actor, request, line));
            checks.add(new Check(
                    Kind.BALANCE,
                    line.freeFen() >= request.sumFen() ? Result.GOOD : Result.BAD,
                    line.freeFen() >= request.sumFen() ? "enough" : "short",
                    line.freeFen()));
            standing.ifPresent(one -> checks.add(budget(one, rows.givenToProject(one.id()))));
            checks.add(payee(request));
            long twice = rows.elsewhere(request.id());
            checks.add(new Check(
                    Kind.DUPLICATE, twice == 0 ? Result.GOOD : Result.WARN, twice == 0 ? "none" : "some", twice));
            long papers = vouchers.of(actor, request.id()).size();
            checks.add(new Check(
                    Kind.VOUCHERS, papers == 0 ? Result.WARN : Result.GOOD, papers == 0 ? "none" : "some", papers));
            return checks;
        });
    }

    private static Check pool(Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return new Check(Kind.POOL, Result.GOOD, "programme", 0);
        }
        return standing.get().inPool()
                ? new Check(Kind.POOL, Result.GOOD, "in", 0)
                : new Check(
                        Kind.POOL,
                        standing.get().exceptionDecided() ? Result.WARN : Result.BAD,
                        standing.get().exceptionDecided() ? "exception" : "out",
                        0);
    }

    private Check negativeList(Actor actor, PaymentRequest request, BudgetLine line) {
        boolean never = rules.pack(actor, line.pack())
                .filter(pack ->
                        FundRules.judge(pack, request.category(), request.purpose()) instanceof FundRules.Judged.Never)
                .isPresent();
        int open = clearings.open(actor, request.expense(line.pack())).size();
        int cleared = clearings.of(actor, "request/" + request.id()).size();
        if (never) {
            return new Check(Kind.NEGATIVE_LIST, Result.BAD, "never", 0);
        }
        if (open > 0) {
            return new Check(Kind.NEGATIVE_LIST, Result.BAD, "suspect", open);
        }
        return cleared > 0
                ? new Check(Kind.NEGATIVE_LIST, Result.WARN, "cleared", cleared)
                : new Check(Kind.NEGATIVE_LIST, Result.GOOD, "none", 0);
    }

    private static Check budget(Standing standing, long givenFen) {
        return givenFen <= standing.budgetFen()
                ? new Check(Kind.BUDGET, Result.GOOD, "within", standing.budgetFen())
                : new Check(Kind.BUDGET, Result.WARN, "over", givenFen - standing.budgetFen());
    }

    private Check payee(PaymentRequest request) {
        if (request.cash()) {
            return new Check(Kind.PAYEE, Result.WARN, "cash", 0);
        }
        if (request.kind() == PaymentRequest.Kind.PAYEE) {
            return new Check(Kind.PAYEE, Result.GOOD, "account", 0);
        }
        long without = rows.withoutStatus(request.id(), request.raisedOn());
        return new Check(
                Kind.PAYEE,
                without == 0 ? Result.GOOD : Result.WARN,
                without == 0 ? "registered" : "without-status",
                without == 0 ? request.payments() : without);
    }
}
