package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.SettlementRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 参保变动涉及的结算: bills that count although the cover they were settled by was corrected later (a status taken back, an exit, a death)
 * and no longer holds on the day that decides; and bills that only count in the year, for they were not covered, where cover was dated back
 * (an instant-help inclusion) and holds on that day by now. Each is cancelled by its hospital, and sent again where it is covered, or stands
 * with a note that says why.
 */
@Service
public final class Touched {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final JdbcClient database;
    private final SettlementRows bills;
    private final Audit audit;

    Touched(ScopedWork work, JdbcClient database, SettlementRows bills, Audit audit) {
        this.work = work;
        this.database = database;
        this.bills = bills;
        this.audit = audit;
    }

    /** Those that nobody has looked into, the oldest first. */
    public List<Bill> open(Actor actor, int most) {
        return work.read(actor, () -> {
            List<Long> ids = database.sql("""
                            select bill.id from settlement.bill cross join lateral (
                                select kind from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
                            where bill.input_values[array_position(bill.input_names, 'covered')] = 0 and last.kind <> 'cancelled'
                              and exists (select from enrolment.covers_of(bill.person_id) held
                                where held.pack = bill.pack and held.product = bill.product and held.valid_from <= bill.deciding_on
                                  and held.valid_to > bill.deciding_on)
                              and not exists (select from settlement.cover_review where cover_review.bill_id = bill.id)
                            union all
                            select bill.id from enrolment.cover old join settlement.bill on bill.person_id = old.person_id and bill.cover_id = old.id
                            cross join lateral (
                                select kind from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
                            where old.known_to <> 'infinity' and last.kind <> 'cancelled'
                              and coalesce(bill.input_values[array_position(bill.input_names, 'covered')], 1) <> 0
                              and not exists (select from enrolment.covers_of(bill.person_id) held
                                where held.pack = bill.pack and held.product = bill.product and held.valid_from <= bill.deciding_on
                                  and held.valid_to > bill.deciding_on)
                              and not exists (select from settlement.cover_review where cover_review.bill_id = bill.id)
                            order by 1 limit ?
                            """).param(most).query(Long.class).list();
            Map<Long, Bill> found = bills.all(ids);
            return ids.stream().map(found::get).filter(Objects::nonNull).toList();
        });
    }

    /** Says why a settlement stands. */
    public Answer<Long> stands(Actor actor, long bill, String note, LocalDate today) {
        if (!actor.may(Right.COST_CHECK)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (note.isBlank() || note.length() > LONGEST) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            int kept = database.sql("""
                            insert into settlement.cover_review (bill_id, path, note, closed_by, closed_on)
                            select id, path, :note, :actor, :day from settlement.bill where id = :bill and starts_with(path, :scope)
                            on conflict do nothing
                            """)
                    .param("note", note.strip())
                    .param("actor", actor.userId())
                    .param("day", today)
                    .param("bill", bill)
                    .param("scope", actor.scope().path())
                    .update();
            if (kept == 0) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            audit.record(actor, AuditAction.CHANGED, "bill/" + bill, Map.of("note", note.strip()));
            return Answer.done(bill);
        });
    }
}
