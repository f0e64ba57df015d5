package fangpin.office.settlement.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.Benefit;
import fangpin.office.fund.Benefits;
import fangpin.office.fund.Creditor;
import fangpin.office.settlement.Hospital;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 应付款: every decision on a bill changes what its hospital is owed by as much as it changes what the cover pays; a paper bill is owed to
 * the person, under its reimbursement.
 */
@Component
public final class BillDebts {
    /** How the message of a paper bill begins, before the number of its reimbursement. */
    public static final String PAPER = "paper-";

    private final JdbcClient database;
    private final Benefits benefits;

    BillDebts(JdbcClient database, Benefits benefits) {
        this.database = database;
        this.benefits = benefits;
    }

    /** Posts the differences that decisions make, by bill. */
    public void change(Actor actor, Map<Long, Fen> differences, LocalDate today) {
        List<Benefits.Debt> debts = database.sql("select * from settlement.debts_of(?) order by bill_id")
                .param(differences.keySet().toArray(Long[]::new))
                .query((row, number) -> debt(row, differences.getOrDefault(row.getLong("bill_id"), Fen.ZERO)))
                .list();
        benefits.oweAll(actor, debts, today);
    }

    /** Posts what newly accepted bills make a debt, by their ids; all of it is known from their acceptance. */
    void owe(SortedMap<Long, Acceptance.Worked> bills, LocalDate today) {
        Map<Long, Long> contracts = new HashMap<>();
        List<Benefits.Owed> debts = new ArrayList<>();
        bills.forEach((bill, worked) -> {
            Basis basis = worked.basis();
            if (basis.contract() != null) {
                contracts.put(basis.cover().id(), basis.contract());
            }
            debts.add(new Benefits.Owed(
                    worked.offer().by(), debt(bill, worked.offer().hospital(), worked)));
        });
        benefits.oweAll(debts, contracts, today);
    }

    private static Benefits.Debt debt(long bill, Hospital hospital, Acceptance.Worked worked) {
        Basis basis = worked.basis();
        String path = basis.insured().path();
        return new Benefits.Debt(
                creditor(hospital.ofPaper(), basis.message().messageId(), hospital.id(), hospital.path(), path),
                Benefit.of(basis.cover(), path),
                worked.trial().settled().paid(),
                "bill/" + bill);
    }

    private static Creditor creditor(boolean paper, String message, long hospital, String hospitalPath, String path) {
        return paper
                ? new Creditor.OfClaim("reimbursement/" + message.substring(PAPER.length()), path)
                : new Creditor.OfHospital(hospital, hospitalPath);
    }

    private static Benefits.Debt debt(ResultSet row, Fen difference) throws SQLException {
        String path = row.getString("path");
        Creditor creditor = creditor(
                row.getBoolean("paper"),
                row.getString("message_id"),
                row.getLong("hospital_id"),
                row.getString("hospital_path"),
                path);
        Benefit benefit = new Benefit(
                row.getLong("cover_id"),
                row.getLong("person_id"),
                path,
                row.getString("pack"),
                row.getString("product"),
                row.getString("clause"));
        return new Benefits.Debt(creditor, benefit, difference, "bill/" + row.getLong("bill_id"));
    }
}
