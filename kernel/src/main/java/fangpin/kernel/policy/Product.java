package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 险种 One insurance product of a pack, ready to settle cases.
 *
 * @param period days on which it covers, half-open
 * @param counts reading R15: whether cases before cover began count in the running sums
 * @param premium a person and period
 * @param inputs columns it needs beside ids and dates; registers of the program follow their order, {@code KEY} columns left out
 * @param account the {@code KEY} column whose cases share running figures and one order of settlement, such as a household's id; null if
 *     each person's do
 * @param layers payers in order; at most one of them is the product's own
 * @param ownPayer the payer that this product is
 * @param yearPaidRegister what this product paid to the person, or the account, in the period up to and with this case
 * @param readings every reading that touches the product
 */
public record Product(
        String id,
        Text name,
        ClauseId clause,
        CaseKind caseKind,
        Period period,
        DateBasis dateBasis,
        Counts counts,
        Premium premium,
        List<CoverRule> cover,
        List<InputColumn> inputs,
        @Nullable String account,
        Program program,
        List<PayerLayer> layers,
        String ownPayer,
        int yearPaidRegister,
        List<Reading> readings)
        implements Calculation {

    /** What kind of file a product settles. */
    public enum CaseKind {
        BILL,
        CLAIM
    }

    /** Which date of a case decides whether it is covered (reading R7). */
    public enum DateBasis {
        ADMISSION,
        DISCHARGE,
        ACCIDENT
    }

    /** Which cases enter the running sums (reading R15). */
    public enum Counts {
        COVERED,
        WHOLE_PERIOD
    }

    /** 累计单位 The column of the account; empty if running figures are a person's. */
    public Optional<InputColumn> accountColumn() {
        return inputs.stream().filter(column -> column.name().equals(account)).findFirst();
    }

    /** The layer that is this product itself. */
    public PayerLayer ownLayer() {
        return layers.stream()
                .filter(layer -> layer.payer().equals(ownPayer))
                .findFirst()
                .orElseThrow();
    }
}
