package fangpin.batch.cases;

import fangpin.kernel.policy.Product;
import java.util.List;

/** The columns that every file of a kind has, in English and Chinese. */
final class Naming {
    private Naming() {}

    /** A column and the other names it goes by. */
    record BaseColumn(String name, List<String> headers) {}

    static final BaseColumn PERSON = new BaseColumn("person_id", List.of("人员编号", "身份证号"));
    static final BaseColumn CATEGORY = new BaseColumn("category", List.of("人员类别"));
    static final BaseColumn FROM = new BaseColumn("from", List.of("起始日期"));
    static final BaseColumn TO = new BaseColumn("to", List.of("终止日期"));
    static final BaseColumn ADMISSION = new BaseColumn("admission_date", List.of("入院日期"));
    static final BaseColumn DISCHARGE = new BaseColumn("discharge_date", List.of("出院日期"));
    static final BaseColumn ACCIDENT = new BaseColumn("accident_date", List.of("事故日期"));

    static BaseColumn caseId(Product.CaseKind kind) {
        return switch (kind) {
            case BILL -> new BaseColumn("bill_id", List.of("账单号"));
            case CLAIM -> new BaseColumn("claim_id", List.of("案件号"));
        };
    }

    /** Dates of a case, in file order; the last decides its place in the order of settlement. */
    static List<BaseColumn> dates(Product.CaseKind kind) {
        return switch (kind) {
            case BILL -> List.of(ADMISSION, DISCHARGE);
            case CLAIM -> List.of(ACCIDENT);
        };
    }

    /** Where in {@link #dates} the date stands that decides cover. */
    static int decidingDate(Product product) {
        return switch (product.dateBasis()) {
            case ADMISSION, ACCIDENT -> 0;
            case DISCHARGE -> 1;
        };
    }
}
