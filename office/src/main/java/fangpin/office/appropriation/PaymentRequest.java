package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 用款申请: payments out of one budget line, asked for by the poverty office and approved by finance.
 *
 * @param category 支出类别; empty where it is of none that a list names
 * @param cash whether it is paid in cash, which the supervision finds
 * @param paidFen of its payments that reached their payees
 * @param returned payments that came back
 */
public record PaymentRequest(
        long id,
        String path,
        long lineId,
        Kind kind,
        String category,
        String purpose,
        boolean cash,
        int payments,
        long sumFen,
        State state,
        long raisedBy,
        LocalDate raisedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String answer,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate endedOn,
        long paidFen,
        int returned) {
    /** 种类 */
    public enum Kind {
        /** 付给单位 */
        PAYEE,
        /** 直接发放到人（一卡通） */
        LIST;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 办理状态 */
    public enum State {
        RAISED,
        APPROVED,
        SENT,
        ENDED,
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What its words are held against. */
    public Clearings.Expense expense(String pack) {
        return new Clearings.Expense(path, pack, "request/" + id, category, purpose, raisedBy);
    }
}
