package fangpin.office.claims.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.claims.Claim;
import fangpin.office.claims.LossReport;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported: accidents and claims as they come in, the reporter's words sealed. */
@Component
public final class ReportRows {
    private final JdbcClient database;
    private final Secrets secrets;

    ReportRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** The newest accident of a person on a day. */
    public Optional<Long> accidentOf(long person, LocalDate day) {
        return database.sql(
                        "select id from claims.accident where person_id = ? and happened_on = ? order by id desc limit 1")
                .params(person, day)
                .query(Long.class)
                .optional();
    }

    /** Keeps an accident. */
    public long insertAccident(String path, long insurer, LossReport said) {
        return database.sql("""
                        insert into claims.accident (path, insurer_id, person_id, happened_on, place, cause)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        path,
                        insurer,
                        said.personId(),
                        said.happenedOn(),
                        said.place().strip(),
                        said.cause())
                .query(Long.class)
                .single();
    }

    /** Keeps a report as a claim at its first stage. */
    public long insert(ClaimPeople.Covered covered, long accident, LossReport said, LocalDate dueOn, ClaimRows.By by) {
        return database.sql("""
                        insert into claims.claim (path, insurer_id, insurer, person_id, person_name, cover_id, pack, product, period_from,
                            accident_id, kind, channel, reporter, reporter_phone_sealed, circumstances_sealed, third_party, green, died_on,
                            reported_on, reported_by, stage, due_on)
                        values (:path, :insurerId, :insurer, :person, :name, :cover, :pack, :product, :period, :accident, :kind, :channel,
                            :reporter, :phone, :circumstances, :thirdParty, :green, :diedOn, :day, :actor, 'reported', :due) returning id
                        """)
                .param("path", covered.person().path())
                .param("insurerId", covered.insurerId())
                .param("insurer", covered.insurer())
                .param("person", covered.person().personId())
                .param("name", covered.person().name())
                .param("cover", covered.cover().id())
                .param("pack", covered.cover().pack())
                .param("product", covered.cover().product())
                .param("period", covered.rules().product().period().from())
                .param("accident", accident)
                .param("kind", Claim.word(said.kind()))
                .param("channel", Claim.word(said.channel()))
                .param("reporter", said.reporter().strip())
                .param(
                        "phone",
                        said.phone().isBlank()
                                ? null
                                : secrets.seal(FieldKind.PHONE, said.phone().strip()))
                .param(
                        "circumstances",
                        secrets.seal(FieldKind.HEALTH, said.circumstances().strip()))
                .param("thirdParty", Claim.word(said.thirdParty()))
                .param("green", said.green())
                .param("diedOn", said.diedOn())
                .param("day", by.day())
                .param("actor", by.actor())
                .param("due", dueOn)
                .query(Long.class)
                .single();
    }

    /** What the reporter said, and where he can be called; the phone is empty if there is none. */
    public record Words(String circumstances, String phone) {}

    /** The sealed words of a report, opened. */
    public Words words(long claim) {
        return database.sql("select circumstances_sealed, reporter_phone_sealed from claims.claim where id = ?")
                .param(claim)
                .query((row, number) -> {
                    byte[] phone = row.getBytes("reporter_phone_sealed");
                    return new Words(
                            secrets.open(FieldKind.HEALTH, row.getBytes("circumstances_sealed")),
                            phone == null ? "" : secrets.open(FieldKind.PHONE, phone));
                })
                .single();
    }
}
