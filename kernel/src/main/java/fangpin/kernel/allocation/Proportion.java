package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import java.math.BigInteger;

/** 占比 A part of a whole, kept as the two amounts so that nothing is rounded before it is read. */
public record Proportion(Fen part, Fen whole) {
    private static final BigInteger HUNDREDTHS_OF_A_PERCENT = BigInteger.valueOf(10_000);

    /** As people read it, half up to two decimals: {@code 88.94%}; of nothing, 0.00%. */
    public String percent() {
        BigInteger all = BigInteger.valueOf(Math.max(1, whole.amount()));
        BigInteger twice = BigInteger.valueOf(part.amount())
                .multiply(HUNDREDTHS_OF_A_PERCENT)
                .shiftLeft(1)
                .add(all);
        return Fen.yuan(twice.divide(all.shiftLeft(1)).longValueExact()) + "%";
    }
}
