package fangpin.office.claims;

import fangpin.kernel.money.LargestRemainder;
import java.util.List;

/**
 * 领款人: who gets the benefit, and what part of it.
 *
 * @param relation to the insured person; empty for himself
 * @param weight his part among all weights
 * @param card bank card as typed when it is entered; masked when it is read
 * @param cardFits whether the card's check digit fits; only a warning, the bank confirms name and account
 */
public record Payee(Kind kind, String name, String relation, int weight, String bank, String card, boolean cardFits) {

    /** 领款人类别 */
    public enum Kind {
        /** 被保险人本人 */
        PERSON,
        /** 代领人 */
        PROXY,
        /** 继承人 */
        HEIR
    }

    /** Each one's part of an amount; together they are the whole of it to the fen (largest remainder). */
    public static List<Long> shares(List<Payee> payees, long fen) {
        return payees.isEmpty()
                ? List.of()
                : LargestRemainder.split(
                        fen, payees.stream().map(payee -> (long) payee.weight()).toList(), 1);
    }

    /** Never with a card. */
    @Override
    public String toString() {
        return "Payee " + kind;
    }
}
