package fangpin.office.settlement.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PayeeSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 手工报销的收款人: the person or his proxy, at the account that was entered. */
@Component
class ReimbursementPayee implements PayeeSource {
    private static final String KIND = "reimbursement/";

    private final JdbcClient database;
    private final Secrets secrets;

    ReimbursementPayee(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Optional<Told> of(Actor actor, String subject, long owedFen) {
        if (!subject.startsWith(KIND)) {
            return Optional.empty();
        }
        return database.sql("""
                        select person_name, payee_name, bank_name, account_sealed from settlement.reimbursement where id = ?
                        """)
                .param(Long.valueOf(subject.substring(KIND.length())))
                .query((row, number) -> new Told(
                        row.getString("person_name"),
                        "/reimbursements/" + subject.substring(KIND.length()),
                        List.of(new Payee(
                                row.getString("payee_name"),
                                row.getString("bank_name"),
                                secrets.open(FieldKind.BANK_CARD, row.getBytes("account_sealed")),
                                new Fen(owedFen)))))
                .optional();
    }
}
