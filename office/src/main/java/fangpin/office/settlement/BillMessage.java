package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * 账单报文: a bill as a hospital sends it.
 *
 * @param messageId the sender's own number of the message, never used for another one; the same message again changes nothing
 * @param billNumber the hospital's
 * @param idNumber whole, of the person treated
 * @param amountsFen by the names of the product's input columns; one that may be missing is none
 * @param words what is no amount, by the same names: the word of a code, a grade, the household's number
 * @param department 科室 that treated; empty where none is named
 */
public record BillMessage(
        String messageId,
        String billNumber,
        String idNumber,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        Map<String, Long> amountsFen,
        Map<String, String> words,
        String department) {
    public BillMessage {
        amountsFen = Map.copyOf(amountsFen);
        words = Map.copyOf(words);
        // messages that were kept before departments were asked for
        department = Objects.requireNonNullElse(department, "").strip();
    }

    /** A bill that names no department. */
    public BillMessage(
            String messageId,
            String billNumber,
            String idNumber,
            LocalDate admittedOn,
            LocalDate dischargedOn,
            Map<String, Long> amountsFen,
            Map<String, String> words) {
        this(messageId, billNumber, idNumber, admittedOn, dischargedOn, amountsFen, words, "");
    }

    /** A bill of amounts alone. */
    public BillMessage(
            String messageId,
            String billNumber,
            String idNumber,
            LocalDate admittedOn,
            LocalDate dischargedOn,
            Map<String, Long> amountsFen) {
        this(messageId, billNumber, idNumber, admittedOn, dischargedOn, amountsFen, Map.of());
    }

    /** The same bill under another number of the message. */
    public BillMessage numbered(String number) {
        return new BillMessage(number, billNumber, idNumber, admittedOn, dischargedOn, amountsFen, words, department);
    }

    /** Names the message only: an ID number is never written where it was not asked for. */
    @Override
    public String toString() {
        return "message " + messageId;
    }
}
