package fangpin.office.settlement.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Covers;
import fangpin.office.register.BankCard;
import fangpin.office.settlement.Reimbursement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of paper bills; ID numbers and accounts leave them masked only. */
@Component
public final class ReimbursementRows {
    private final JdbcClient database;
    private final Secrets secrets;

    ReimbursementRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Whether who asks may see what is under a contract: an insurer's login its own alone. */
    public boolean sees(@Nullable Long contract) {
        return database.sql(
                        "select own is null or coalesce(cast(? as bigint) = any (own), false) from enrolment.own_contracts() own")
                .param(contract)
                .query(Boolean.class)
                .single();
    }

    /**
     * Enters a bill.
     *
     * @param contract under which the cover is; null where there is none
     */
    public long insert(
            Covers.Insured insured,
            @Nullable Long contract,
            String countyPath,
            String idNumber,
            Reimbursement.Paper paper,
            Reimbursement.Payee payee,
            SettlementRows.By by) {
        Map<String, Long> amounts = new TreeMap<>(paper.amountsFen());
        Map<String, String> words = new TreeMap<>(paper.words());
        return database.sql("""
                        insert into settlement.reimbursement (path, contract_id, county_path, person_id, person_name, id_sealed, hospital_name,
                            bill_number, admitted_on, discharged_on, input_names, input_values, word_names, words, why, payee_kind, payee_name,
                            payee_relation, bank_name, account_sealed, stage, entered_by, entered_on)
                        values (:path, :contract, :county, :person, :name, :id, :hospital, :number, :admitted, :discharged, :names, :values, :wordNames, :words,
                            :why,
                            :kind, :payee, :relation, :bank, :account, 'entered', :actor, :day) returning id
                        """)
                .param("path", insured.path())
                .param("contract", contract)
                .param("county", countyPath)
                .param("person", insured.personId())
                .param("name", insured.name())
                .param("id", secrets.seal(FieldKind.ID_NUMBER, idNumber.strip().toUpperCase(Locale.ROOT)))
                .param("hospital", paper.hospitalName().strip())
                .param("number", paper.billNumber().strip())
                .param("admitted", paper.admittedOn())
                .param("discharged", paper.dischargedOn())
                .param("names", amounts.keySet().toArray(String[]::new))
                .param("values", amounts.values().toArray(Long[]::new))
                .param("wordNames", words.keySet().toArray(String[]::new))
                .param("words", words.values().toArray(String[]::new))
                .param("why", paper.why().strip())
                .param("kind", payee.proxy() ? "proxy" : "person")
                .param("payee", payee.name().strip())
                .param("relation", payee.proxy() ? payee.relation().strip() : "")
                .param("bank", payee.bank().strip())
                .param("account", secrets.seal(FieldKind.BANK_CARD, BankCard.normal(payee.account())))
                .param("actor", by.actor())
                .param("day", by.day())
                .query(Long.class)
                .single();
    }

    /** Whether a hospital of that name settled a bill of that number at its desk. */
    public boolean settledAtDesk(Reimbursement.Paper paper) {
        return database.sql("""
                        select exists (
                            select from settlement.bill join settlement.hospital on hospital.id = bill.hospital_id
                            where hospital.name_zh = ? and bill.bill_number = ? and not exists (
                                select from settlement.decision where decision.bill_id = bill.id and decision.kind = 'cancelled'))
                        """)
                .params(paper.hospitalName().strip(), paper.billNumber().strip())
                .query(Boolean.class)
                .single();
    }

    /** The whole ID number of a bill's person, for the rules only. */
    public String idNumber(long id) {
        return database.sql("select id_sealed from settlement.reimbursement where id = ?")
                .param(id)
                .query((row, number) -> secrets.open(FieldKind.ID_NUMBER, row.getBytes(1)))
                .single();
    }

    /** Writes down what became of a bill. */
    public void decide(
            long id, Reimbursement.Stage stage, @Nullable Long bill, @Nullable String note, SettlementRows.By by) {
        database.sql("""
                        update settlement.reimbursement set stage = :stage, version = version + 1, bill_id = :bill, note = :note,
                            decided_by = :actor, decided_on = :day
                        where id = :id
                        """)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("bill", bill)
                .param("note", note)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("id", id)
                .update();
    }

    /** Writes down that an approved bill was taken back. */
    public void cancel(long id, String reason, SettlementRows.By by) {
        database.sql("""
                        update settlement.reimbursement set stage = 'cancelled', version = version + 1, note = :note,
                            cancelled_by = :actor, cancelled_on = :day
                        where id = :id
                        """)
                .param("note", reason)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("id", id)
                .update();
    }

    /** One of them. */
    public Optional<Reimbursement> find(long id) {
        return database.sql("select * from settlement.reimbursement where id = ?")
                .param(id)
                .query(this::reimbursement)
                .optional();
    }

    /** One of them, which nobody else changes until the transaction ends. */
    public Optional<Reimbursement> hold(long id) {
        return database.sql("select * from settlement.reimbursement where id = ? for update")
                .param(id)
                .query(this::reimbursement)
                .optional();
    }

    /** The newest before a given one. */
    public List<Reimbursement> before(long before, int most) {
        return database.sql("select * from settlement.reimbursement where id < ? order by id desc limit ?")
                .params(before, most)
                .query(this::reimbursement)
                .list();
    }

    /** Those that wait, the oldest first. */
    public List<Reimbursement> waiting() {
        return database.sql("select * from settlement.reimbursement where stage = 'entered' order by id limit 200")
                .query(this::reimbursement)
                .list();
    }

    private Reimbursement reimbursement(ResultSet row, int number) throws SQLException {
        return new Reimbursement(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("person_id"),
                row.getString("person_name"),
                Mask.of(FieldKind.ID_NUMBER, secrets.open(FieldKind.ID_NUMBER, row.getBytes("id_sealed"))),
                new Reimbursement.Paper(
                        row.getString("hospital_name"),
                        row.getString("bill_number"),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("discharged_on", LocalDate.class),
                        amounts(row),
                        words(row),
                        row.getString("why")),
                new Reimbursement.Payee(
                        row.getString("payee_kind").equals("proxy"),
                        row.getString("payee_name"),
                        row.getString("payee_relation"),
                        row.getString("bank_name"),
                        Mask.of(
                                FieldKind.BANK_CARD,
                                secrets.open(FieldKind.BANK_CARD, row.getBytes("account_sealed")))),
                Reimbursement.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                row.getObject("bill_id", Long.class),
                row.getString("note"),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("decided_by", Long.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("cancelled_by", Long.class),
                row.getObject("cancelled_on", LocalDate.class));
    }

    private static Map<String, String> words(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("word_names").getArray();
        String[] said = (String[]) row.getArray("words").getArray();
        Map<String, String> words = new HashMap<>();
        for (int at = 0; at < names.length; at++) {
            words.put(names[at], said[at]);
        }
        return words;
    }

    private static Map<String, Long> amounts(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("input_names").getArray();
        Long[] values = (Long[]) row.getArray("input_values").getArray();
        Map<String, Long> amounts = new HashMap<>();
        for (int at = 0; at < names.length; at++) {
            amounts.put(names[at], values[at]);
        }
        return amounts;
    }
}
