package fangpin.office.settlement.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.Benefit;
import fangpin.office.fund.Benefits;
import fangpin.office.fund.Creditor;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 应付医院: every decision on a bill changes what its hospital is owed by as much as it changes what the cover pays. */
@Component
public final class BillDebts {
    private final JdbcClient database;
    private final Benefits benefits;

    BillDebts(JdbcClient database, Benefits benefits) {
        this.database = database;
        this.benefits = benefits;
    }

    private record Debt(Creditor creditor, Benefit benefit) {}

    /** Posts the difference that a decision makes. */
    public void change(Actor actor, long bill, Fen difference, LocalDate today) {
        if (difference.equals(Fen.ZERO)) {
            return;
        }
        Debt debt = database.sql("select * from settlement.debt_of(?)")
                .param(bill)
                .query((row, number) -> new Debt(
                        new Creditor.OfHospital(row.getLong("hospital_id"), row.getString("hospital_path")),
                        new Benefit(
                                row.getLong("cover_id"),
                                row.getLong("person_id"),
                                row.getString("path"),
                                row.getString("pack"),
                                row.getString("product"),
                                row.getString("clause"))))
                .single();
        benefits.owe(actor, debt.creditor(), debt.benefit(), difference, "bill/" + bill, today);
    }
}
