package fangpin.kernel.benefit;

import fangpin.kernel.Text;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.ArrayList;
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
     * 分摊 One part of an amount that is divided by ratio, such as 7:3, to the fen by largest remainder: the parts of one division
     * always sum to the amount. Of a negative amount the parts are negative.
     *
     * @param weights 1 or more each, of every part in order; ties of remainders go to the earlier part
     * @param part which of them, from 0
     */
    record Share(int amount, List<Long> weights, int part) implements Operation {
        public Share {
            weights = List.copyOf(weights);
            if (weights.stream().anyMatch(weight -> weight < 1)) {
                throw new IllegalArgumentException("a part without a weight: " + weights);
            }
            if (part < 0 || part >= weights.size()) {
                throw new IllegalArgumentException("part " + part + " of " + weights.size());
            }
        }

        @Override
        public List<Integer> operands() {
            return List.of(amount);
        }
    }

    /**
     * 按比例折算 An amount times one quantity over another, such as days of cover over days of the period, rounded. Magnitudes are
     * rounded, the sign is kept.
     *
     * @param denominator 1 or more when it runs; a denominator of 0 or less fails loudly, whatever the amount
     */
    record Prorate(int amount, int numerator, int denominator, Rounding rounding) implements Operation {
        @Override
        public List<Integer> operands() {
            return List.of(amount, numerator, denominator);
        }
    }

    /**
     * 分期 One instalment of an amount: the amount is divided among the groups by their shares as {@link Share} divides, then each
     * group into its instalments, what does not divide going fen by fen to the first of them. All of them sum to the amount.
     *
     * @param number input that says which, from 1 and through all groups; 0 for a number that there is none of
     * @param groups in order; their shares sum to the whole
     */
    record Instalments(int amount, int number, List<Group> groups) implements Operation {
        public Instalments {
            groups = List.copyOf(groups);
            if (groups.stream().mapToLong(group -> group.share().ppm()).sum() != Ratio.PPM) {
                throw new IllegalArgumentException("instalments that are not the whole: " + groups);
            }
        }

        @Override
        public List<Integer> operands() {
            return List.of(amount, number);
        }

        /** Shares of the groups as weights. */
        public List<Long> shares() {
            return groups.stream().map(group -> group.share().ppm()).toList();
        }

        /** How many instalments each group has. */
        public List<Long> times() {
            return groups.stream().map(group -> (long) group.times()).toList();
        }

        /**
         * Instalments that are alike: 70% in twelve.
         *
         * @param share of the amount that they are together, above 0
         * @param times 1 or more
         */
        public record Group(Ratio share, int times) {
            public Group {
                if (times < 1 || share.numerator() == 0) {
                    throw new IllegalArgumentException(times + " instalments of " + share);
                }
            }
        }
    }

    /**
     * 判定 Which class a case belongs to: that of the first rule that holds. The result is a code, 1 for the first class.
     *
     * @param otherwise the code if no rule holds
     */
    record Classify(List<ClassName> classes, List<Rule> rules, int otherwise) implements Operation {
        public Classify {
            classes = List.copyOf(classes);
            rules = List.copyOf(rules);
            requireClass(classes, otherwise);
            for (Rule rule : rules) {
                requireClass(classes, rule.code());
            }
        }

        private static void requireClass(List<ClassName> classes, int code) {
            if (code < 1 || code > classes.size()) {
                throw new IllegalArgumentException("class " + code + " of " + classes.size());
            }
        }

        @Override
        public List<Integer> operands() {
            List<Integer> operands = new ArrayList<>();
            for (Rule rule : rules) {
                Guard when = rule.when();
                if (when != null) {
                    operands.add(when.register());
                }
                Band band = rule.band();
                if (band != null) {
                    operands.add(band.amount());
                    operands.add(band.base());
                }
            }
            return operands.stream().distinct().toList();
        }

        /** A class: its word as packs and cases write it, and what people call it. */
        public record ClassName(String word, Text name) {}

        /**
         * One rule: it holds if all that it asks for is so.
         *
         * @param when null if it asks for no code
         * @param band null if it asks for no amount
         */
        public record Rule(
                int code, @Nullable Guard when, @Nullable Band band) {}

        /**
         * Where an amount must lie, in multiples of another, a line. A multiple that is no whole fen counts as the fen above it.
         *
         * @param base the quantity that the multiples are of
         * @param from null if there is no beginning; else the multiple that it must reach
         * @param below null if there is no end; else the multiple that it must be below
         */
        public record Band(
                int amount,
                int base,
                @Nullable Ratio from,
                @Nullable Ratio below) {}
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
