package fangpin.office.fund;

import fangpin.kernel.ledger.Account;
import org.jspecify.annotations.Nullable;

/**
 * 账户: where money stands. The first entry that names it opens it.
 *
 * @param contractId contract under which the money moves; null where a cover has none, and then nothing can be paid
 * @param holder the other side: a payer, {@code hospital/3}, {@code claim/7}; empty where there is none
 * @param path division, hospital or village whose account it is
 */
public record FundAccount(
        AccountKind kind, @Nullable Long contractId, String pack, String product, String holder, String path) {
    /** The same for the kernel's arithmetic. */
    Account plain() {
        return new Account(
                String.join("|", kind.word(), String.valueOf(contractId), pack, product, holder, path), kind.side());
    }
}
