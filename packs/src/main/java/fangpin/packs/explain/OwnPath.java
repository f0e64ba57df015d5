package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one line of steps that leads to the product's own payment, as a story follows it: the amount, not what is taken off it or held
 * against it.
 *
 * @param steps the payment's own step first
 * @param origin the register in which the line begins: an input, a running figure, or a step that gathers several amounts
 */
record OwnPath(List<StepTrace> steps, int origin) {

    /** Follows the amount that each step starts from. */
    static OwnPath ofAmount(Product product, Explanation explanation) {
        return of(product, explanation, false);
    }

    /** Follows the value that decided, so that it ends at the reason for a payment of 0. */
    static OwnPath ofDeciding(Product product, Explanation explanation) {
        return of(product, explanation, true);
    }

    private static OwnPath of(Product product, Explanation explanation, boolean deciding) {
        List<StepTrace> steps = new ArrayList<>();
        int register = product.ownLayer().register();
        for (StepTrace trace = step(explanation, register); trace != null; trace = step(explanation, register)) {
            steps.add(trace);
            int next = trace.applied() ? next(explanation.program(), trace, deciding) : -1;
            if (next < 0) {
                break;
            }
            register = next;
        }
        return new OwnPath(List.copyOf(steps), register);
    }

    private static int next(Program program, StepTrace trace, boolean deciding) {
        return switch (trace.step().operation()) {
            case Operation.Sum sum -> onlyStep(program, sum, trace.operands());
            case Operation.Subtract subtract -> subtract.from();
            case Operation.MinOf minimum -> minimum.values().get(deciding ? trace.branch() : 0);
            case Operation.MaxOf maximum -> maximum.values().get(trace.branch());
            case Operation.Trigger trigger -> trigger.amount();
            case Operation.Deductible deductible -> deductible.amount();
            case Operation.Coinsurance coinsurance -> coinsurance.amount();
            case Operation.Tiers tiers -> tiers.amount();
            case Operation.Cap cap -> cap.amount();
            case Operation.Share share -> share.amount();
            case Operation.Prorate prorate -> prorate.amount();
            case Operation.Instalments instalments -> instalments.amount();
            case Operation.Choose choose ->
                trace.branch() < 0 ? -1 : choose.branches().get(trace.branch()).register();
            case Operation.SubtractPayers _,
                    Operation.ResidualToRatio _,
                    Operation.GradeSchedule _,
                    Operation.LumpSum _,
                    Operation.PerUnit _,
                    Operation.Classify _ -> -1;
        };
    }

    /** A sum of one step and nothing else goes on through that step; any other sum is a beginning. */
    private static int onlyStep(Program program, Operation.Sum sum, List<Long> values) {
        int only = -1;
        for (int index = 0; index < values.size(); index++) {
            if (values.get(index) != 0) {
                int term = sum.terms().get(index);
                if (only >= 0 || term < program.stepRegister(0)) {
                    return -1;
                }
                only = term;
            }
        }
        return only;
    }

    /** Whether a register is a running figure of what the product itself has paid: one that follows a step of its payment. */
    static boolean ownPaid(Settlement settlement, int register) {
        Program program = settlement.explanation().program();
        int accumulator = register - program.inputs().size();
        if (accumulator < 0 || accumulator >= program.accumulators().size()) {
            return false;
        }
        int followed = program.accumulators().get(accumulator).register();
        StepTrace own = step(settlement.explanation(), followed);
        return own != null
                && ofDeciding(settlement.product(), settlement.explanation())
                        .steps()
                        .contains(own);
    }

    /** The trace of the step that fills a register; null for inputs and running figures. */
    static @Nullable StepTrace step(Explanation explanation, int register) {
        int index = register - explanation.program().stepRegister(0);
        return index < 0 ? null : explanation.steps().get(index);
    }

    /** Every register that had a part in the product's own payment. */
    static boolean[] reached(Product product, Explanation explanation) {
        boolean[] reached = new boolean[explanation.program().size()];
        reach(explanation, product.ownLayer().register(), reached);
        return reached;
    }

    private static void reach(Explanation explanation, int register, boolean[] reached) {
        if (reached[register]) {
            return;
        }
        reached[register] = true;
        StepTrace trace = step(explanation, register);
        if (trace == null || !trace.applied()) {
            return;
        }
        if (trace.step().operation() instanceof Operation.Choose choose) {
            int branch = trace.branch() < 0
                    ? -1
                    : choose.branches().get(trace.branch()).register();
            if (branch >= 0) {
                reach(explanation, branch, reached);
            }
            return;
        }
        for (int operand : trace.step().operation().operands()) {
            reach(explanation, operand, reached);
        }
    }
}
