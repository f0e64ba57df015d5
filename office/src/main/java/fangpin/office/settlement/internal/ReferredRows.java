package fangpin.office.settlement.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Referrals;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.ReferredBill;
import fangpin.office.settlement.SettlementRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of bills that wait for a decision on cover; what they say is sealed. */
@Component
public final class ReferredRows {
    private final JdbcClient database;
    private final Secrets secrets;

    ReferredRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A waiting bill with what it says.
     *
     * @param insured whether its person is covered by now
     */
    public record Kept(long hospitalId, String hospitalPath, BillMessage message, boolean insured) {}

    /** Keeps a bill; empty when it is kept already. */
    public Optional<Long> keep(
            long hospital, Referrals.Standing person, BillMessage message, long actor, LocalDate today) {
        return database.sql("""
                        insert into settlement.referred_bill (path, hospital_path, hospital_id, person_id, person_name, pack, product,
                            message_id, bill_number, discharged_on, message_sealed, entered_by, entered_on)
                        select :path, hospital.path, hospital.id, :person, :name, :pack, :product, :message, :number, :discharged, :sealed,
                            :actor, :today
                        from settlement.hospital where id = :hospital
                        on conflict (hospital_id, message_id) do nothing returning id
                        """)
                .param("path", person.person().path())
                .param("person", person.person().personId())
                .param("name", person.person().name())
                .param("pack", person.pack())
                .param("product", person.product())
                .param("message", message.messageId())
                .param("number", message.billNumber())
                .param("discharged", message.dischargedOn())
                .param(
                        "sealed",
                        secrets.seal(FieldKind.HEALTH, JsonMapper.shared().writeValueAsString(message)))
                .param("actor", actor)
                .param("today", today)
                .param("hospital", hospital)
                .query(Long.class)
                .optional();
    }

    /** What was kept under a message's number. */
    public record Before(long id, BillMessage message) {}

    /** What was kept under a message's number. */
    public Before before(long hospital, String messageId) {
        return database.sql(
                        "select id, message_sealed from settlement.referred_bill where hospital_id = ? and message_id = ?")
                .params(hospital, messageId)
                .query((row, number) -> new Before(row.getLong("id"), opened(row.getBytes("message_sealed"))))
                .single();
    }

    private BillMessage opened(byte[] sealed) {
        return JsonMapper.shared().readValue(secrets.open(FieldKind.HEALTH, sealed), BillMessage.class);
    }

    /** Keeps why settlement itself refused it. */
    public void refuse(long id, SettlementRefusal reason) {
        database.sql("update settlement.referred_bill set refused = ? where id = ?")
                .params(reason.word(), id)
                .update();
    }

    /** What of an upload's waiting bills can be settled by now, by discharge and bill number. */
    public List<Long> ready(long upload) {
        return database.sql("""
                        select bill.id from settlement.upload_row line
                        join settlement.referred_bill bill on bill.id = line.referred_id
                        cross join lateral settlement.referred_state(array[bill.id]) state
                        where line.upload_id = ? and line.referred_id is not null and state.settled is null and state.insured
                        order by bill.discharged_on, bill.bill_number collate "C"
                        """).param(upload).query(Long.class).list();
    }

    /** Whether any of an upload's waiting bills can be settled by now and was not refused yet. */
    public boolean someReady(long upload) {
        return database.sql("""
                        select exists (select from settlement.upload_row line
                            join settlement.referred_bill bill on bill.id = line.referred_id
                            cross join lateral settlement.referred_state(array[bill.id]) state
                            where line.upload_id = ? and line.referred_id is not null and bill.refused is null
                              and state.settled is null and state.insured)
                        """).param(upload).query(Boolean.class).single();
    }

    /** One of them. */
    public Optional<Kept> find(long id) {
        return database.sql("""
                        select hospital_id, hospital_path, message_sealed, state.insured
                        from settlement.referred_bill cross join lateral settlement.referred_state(array[id]) state where id = ?
                        """)
                .param(id)
                .query((row, number) -> new Kept(
                        row.getLong("hospital_id"),
                        row.getString("hospital_path"),
                        opened(row.getBytes("message_sealed")),
                        row.getBoolean("insured")))
                .optional();
    }

    /** The newest, those that are not ended first. */
    public List<ReferredBill> all(int most) {
        return database.sql("""
                        with seen as (select * from settlement.referred_bill order by id desc limit :most)
                        select seen.*, hospital.name_zh, hospital.name_en, state.answered, state.insured, state.settled
                        from seen join settlement.hospital on hospital.id = seen.hospital_id
                        join settlement.referred_state((select array_agg(id) from seen)) state on state.bill_id = seen.id
                        order by state.settled is not null, coalesce(not state.answered, false) or seen.refused is not null, seen.id desc
                        """)
                .param("most", most)
                .query((row, number) -> bill(row))
                .list();
    }

    /** Those of a person. */
    public List<ReferredBill> ofPerson(long person) {
        return database.sql("""
                        select seen.*, hospital.name_zh, hospital.name_en, state.answered, state.insured, state.settled
                        from settlement.referred_bill seen join settlement.hospital on hospital.id = seen.hospital_id
                        cross join lateral settlement.referred_state(array[seen.id]) state
                        where seen.person_id = ? order by seen.id
                        """).param(person).query((row, number) -> bill(row)).list();
    }

    static ReferredBill bill(ResultSet row) throws SQLException {
        Long settled = row.getObject("settled", Long.class);
        Boolean answered = row.getObject("answered", Boolean.class);
        String refused = row.getString("refused");
        ReferredBill.State state = state(settled, row.getBoolean("insured"), answered, refused);
        return new ReferredBill(
                row.getLong("id"),
                row.getLong("hospital_id"),
                row.getString("hospital_path"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("person_name"),
                row.getString("pack"),
                row.getString("product"),
                row.getString("bill_number"),
                row.getObject("discharged_on", LocalDate.class),
                row.getObject("entered_on", LocalDate.class),
                state,
                state == ReferredBill.State.REFUSED ? reason(refused) : null,
                settled);
    }

    private static SettlementRefusal reason(@Nullable String refused) {
        return refused == null ? SettlementRefusal.REFERRAL_REFUSED : SettlementRefusal.of(refused);
    }

    private static ReferredBill.State state(
            @Nullable Long settled, boolean insured, @Nullable Boolean answered, @Nullable String refused) {
        if (settled != null) {
            return ReferredBill.State.SETTLED;
        }
        if (refused != null) {
            return ReferredBill.State.REFUSED;
        }
        if (insured) {
            return ReferredBill.State.READY;
        }
        if (answered == null) {
            return ReferredBill.State.WAITING;
        }
        return answered ? ReferredBill.State.DECIDED : ReferredBill.State.REFUSED;
    }
}
