package fangpin.kernel.benefit;

import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closed set of what a step may do with the quantities before it. Operands are registers of the program; amounts are fen.
 * Extended only when a document needs it.
 */
public sealed interface Operation {
    /** Registers it reads. */
    List<Integer> operands();

    /** 合计 The sum of the terms. */
    record Sum(List<Integer> terms) implements Operation {
        @Override
        public List<Integer> operands() {
            return terms;
        }
    }

    /**
     * 相减 {@code from} less each of {@code less}.
     *
     * @param floored true if the result is never below 0
     */
    record Subtract(int from, List<Integer> less, boolean floored) implements Operation {
        @Override
        public List<Integer> operands() {
            return Registers.of(from, less);
        }
    }

    /** 扣除在先支付 What the payers before this one leave of the base. */
    record SubtractPayers(int from, List<Integer> payers) implements Operation {
        @Override
        public List<Integer> operands() {
            return Registers.of(from, payers);
        }
    }

    /** 取小 The least of the values. */
    record MinOf(List<Integer> values) implements Operation {
        @Override
        public List<Integer> operands() {
            return values;
        }
    }

    /** 取大 The greatest of the values. */
    record MaxOf(List<Integer> values) implements Operation {
        @Override
        public List<Integer> operands() {
            return values;
        }
    }

    /**
     * 触发线 The whole amount once it passes a line, else 0.
     *
     * @param line fen
     * @param reaching true if an amount equal to the line passes it
     */
    record Trigger(int amount, long line, boolean reaching) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(amount);
        }
    }

    /**
     * 起付线、免赔额 What lies above the deductible, not below 0.
     *
     * @param deductible fen
     */
    record Deductible(int amount, long deductible) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(amount);
        }
    }

    /**
     * 报销比例 The payer's share of an amount, rounded.
     *
     * @param by null if one share holds for all; else a code input, whose code {@code c} takes {@code shares.get(c - 1)}
     * @param shares one, or one a code; a code without one takes nothing
     */
    record Coinsurance(int amount, @Nullable Integer by, List<Ratio> shares, Rounding rounding) implements Operation {
        @Override
        public List<Integer> operands() {
            return by == null ? List.of(amount) : List.of(amount, by);
        }
    }

    /**
     * 分档 Shares by bands of what lies above the deductible, rounded once; nothing on an amount not above it.
     *
     * @param method each band at its own share, or all that lies above the deductible at the share of the band that is reached
     * @param origin whether bounds are of the amount itself or of what lies above the deductible
     * @param deductible fen, 0 for none
     * @param tiers bounds rising from above 0, the last without end; a bound belongs to the band below it
     */
    record Tiers(int amount, Method method, Origin origin, long deductible, List<Tier> tiers, Rounding rounding)
            implements Operation {
        public Tiers {
            tiers = List.copyOf(tiers);
            TierTable.check(deductible, tiers);
        }

        @Override
        public List<Integer> operands() {
            return List.of(amount);
        }

        /** How bands pay. */
        public enum Method {
            MARGINAL,
            WHOLE_AMOUNT
        }

        /** What the bounds are counted from. */
        public enum Origin {
            ABSOLUTE,
            AFTER_DEDUCTIBLE
        }
    }

    /**
     * 降到比例以下 What must be paid so that {@code residual} comes down to the ratio of {@code base}: residual less the most whole fen
     * that may be left, itself not below 0; the result not below 0. Nothing is owed on a base of 0 or less, whatever the residual.
     *
     * @param strict true if what is left must be below the ratio, by a fen at least; false if at most the ratio
     */
    record ResidualToRatio(int residual, int base, Ratio ratio, boolean strict) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(residual, base);
        }
    }

    /**
     * 封顶线、限额 The amount, but not more than is left of the limit. A limit used up or overdrawn leaves 0; an amount below 0
     * passes as it is.
     *
     * @param limit fen
     * @param used accumulators that have used up some of the limit
     */
    record Cap(int amount, long limit, List<Integer> used) implements Operation {
        @Override
        public List<Integer> operands() {
            return Registers.of(amount, used);
        }
    }

    /**
     * 等级标准 The amount for a grade; 0 for a grade that has none.
     *
     * @param grade input that holds 1 to the number of amounts
     * @param amounts fen, for grade 1 first
     */
    record GradeSchedule(int grade, List<Long> amounts) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(grade);
        }
    }

    /** 定额 A fixed amount in fen. */
    record LumpSum(long amount) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of();
        }
    }

    /** 按单位 A count times a rate in fen. */
    record PerUnit(int count, long rate) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(count);
        }
    }

    /**
     * 择一 The value of the branch that the code belongs to. Every code belongs to exactly one branch; two branches for one code do
     * not load, and a code without a branch fails.
     */
    record Choose(int code, List<Branch> branches) implements Operation {
        public Choose {
            branches = List.copyOf(branches);
            Set<Integer> taken = new HashSet<>();
            for (Branch branch : branches) {
                for (int each : new Guard(code, branch.codes()).codes()) {
                    if (!taken.add(each)) {
                        throw new IllegalArgumentException("two branches for code " + each);
                    }
                }
            }
        }

        @Override
        public List<Integer> operands() {
            return Registers.of(
                    code,
                    branches.stream()
                            .map(Branch::register)
                            .filter(register -> register >= 0)
                            .toList());
        }

        /**
         * One branch.
         *
         * @param codes that take it
         * @param register whose value it gives, or -1 for nothing (0)
         */
        public record Branch(List<Integer> codes, int register) {}
    }
}
