package fangpin.kernel.ledger;

/**
 * 账户 Where money stands.
 *
 * @param id stable, never reused
 * @param side whether money coming in is written as a plus (what we have) or as a minus (what we owe, received or were given)
 */
public record Account(String id, Side side) {
    /** Which way an account grows. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
