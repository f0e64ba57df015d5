package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.Text.Language;
import fangpin.kernel.policy.Product;
import fangpin.packs.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason for which a row is refused, in words. */
class RejectionTest {
    private static final Product BILL = SupplementaryProduct.product();
    private static final Product CLAIM = AccidentProduct.product();

    private static final List<RejectedRow> BILLS = List.of(
            row(RejectReason.BAD_ROW, "", ""),
            row(RejectReason.BAD_ID, "person_id", "3.71082195306E17"),
            row(RejectReason.MISSING_FIELD, "basic_paid", ""),
            row(RejectReason.MISSING_FIELD, "discharge_date", ""),
            row(RejectReason.MISSING_FIELD, "person_id", ""),
            row(RejectReason.BAD_DATE, "discharge_date", "2020-02-30"),
            row(RejectReason.BAD_AMOUNT, "eligible_cost", "1,000.00"),
            row(RejectReason.AMOUNTS_INCONSISTENT, "eligible_cost", "13000.00"),
            row(RejectReason.DUPLICATE_BILL, "bill_id", "B1"),
            row(RejectReason.UNKNOWN_PERSON, "person_id", "P9"),
            row(RejectReason.NOT_COVERED, "discharge_date", "2021-01-01"));

    private static final List<RejectedRow> CLAIMS = List.of(
            row(RejectReason.MISSING_FIELD, "accident_id", ""),
            row(RejectReason.BAD_DATE, "accident_date", "5月10日"),
            row(RejectReason.BAD_KIND, "kind", "illness"),
            row(RejectReason.BAD_GRADE, "grade", "11"),
            row(RejectReason.AMOUNTS_INCONSISTENT, "disaster_paid", "900.00"),
            row(RejectReason.DUPLICATE_CLAIM, "claim_id", "C1"),
            row(RejectReason.NOT_COVERED, "accident_date", "2019-12-31"),
            row(RejectReason.ALREADY_DECEASED, "person_id", "P1"));

    private static RejectedRow row(RejectReason reason, String column, String value) {
        return new RejectedRow(17, "B7", reason, column, value, "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatWasReadAndWhatWouldBeAccepted(Language language) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Product product : List.of(BILL, CLAIM)) {
            for (RejectedRow row : product.equals(BILL) ? BILLS : CLAIMS) {
                text.append(row.reason().word())
                        .append('\n')
                        .append(Explanations.rejected(product, row, language))
                        .append('\n')
                        .append(Explanations.rejectedPerson(product, row, language))
                        .append("\n\n");
            }
        }
        Golden.check("explain/rejected_" + language.name().toLowerCase(Locale.ROOT) + ".txt", text.toString());
    }

    @Test
    void saysItAsData() {
        JsonReading line = JsonReading.of(Explanations.rejectedJson(BILL, BILLS.get(6)));
        assertEquals(List.of("product", "row", "case_id", "rejected", "column", "value", "accepted"), line.names());
        assertEquals("17", line.text("row"));
        assertEquals("bad-amount", line.text("rejected"));
        assertEquals("1,000.00", line.text("value"));
        assertEquals(List.of("zh", "en"), List.copyOf(line.object("accepted").keySet()));
    }
}
