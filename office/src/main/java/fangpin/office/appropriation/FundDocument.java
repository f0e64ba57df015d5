package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 指标文件: a document by which money comes to a division, from a budget or purse outside the office or out of an allocation above.
 *
 * @param path division that receives
 * @param rootId document the money first came by; null where it is this one
 * @param allocationId allocation it came by; null where it came from outside
 * @param issuedOn 下达日期, where the clock starts (WH6 §3.1, reading R16)
 * @param receivedFen what arrived by now
 * @param receivedOn first day on which anything arrived
 */
public record FundDocument(
        long id,
        String path,
        @Nullable Long rootId,
        @Nullable Long allocationId,
        String pack,
        int year,
        FundOrigin origin,
        String fund,
        String number,
        String budgetCode,
        LocalDate issuedOn,
        long amountFen,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason,
        long receivedFen,
        @Nullable LocalDate receivedOn,
        List<Item> items) {
    public FundDocument {
        items = List.copyOf(items);
    }

    /** 分项用途; the item is empty where the document names no purpose. */
    public record Item(String item, long amountFen) {}

    /** 办理状态 */
    public enum State {
        ENTERED,
        CONFIRMED,
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
