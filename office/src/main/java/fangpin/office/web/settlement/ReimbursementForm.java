package fangpin.office.web.settlement;

import fangpin.kernel.policy.InputColumn;
import fangpin.office.access.Answer;
import fangpin.office.settlement.Reimbursement;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 手工报销表单: what was typed, read as a paper bill and its payee. */
record ReimbursementForm(Map<String, String> typed, List<InputColumn> columns) {
    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    String idNumber() {
        return text("idNumber");
    }

    Answer<Reimbursement.Paper> paper() {
        Optional<LocalDate> admitted = day(text("admittedOn"));
        Optional<LocalDate> discharged = day(text("dischargedOn"));
        if (admitted.isEmpty() || discharged.isEmpty()) {
            return Answer.refused(SettlementRefusal.BAD_DATE);
        }
        return BillFields.typed(columns, typed)
                .map(fields -> new Reimbursement.Paper(
                        text("hospitalName"),
                        text("billNumber"),
                        admitted.get(),
                        discharged.get(),
                        fields.amountsFen(),
                        fields.words(),
                        text("why")));
    }

    Reimbursement.Payee payee() {
        return new Reimbursement.Payee(
                text("payeeKind").equals("proxy"),
                text("payeeName"),
                text("payeeRelation"),
                text("bankName"),
                text("account"));
    }

    private static Optional<LocalDate> day(String text) {
        return TypedDay.of(text);
    }
}
