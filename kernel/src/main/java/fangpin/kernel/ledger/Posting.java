package fangpin.kernel.ledger;

import fangpin.kernel.money.Fen;

/**
 * 分录 One line of an entry.
 *
 * @param amount fen, debit as plus and credit as minus, never 0
 */
public record Posting(Account account, Fen amount) {
    public Posting {
        if (amount.equals(Fen.ZERO)) {
            throw new IllegalArgumentException("a posting of nothing to " + account.id());
        }
    }
}
