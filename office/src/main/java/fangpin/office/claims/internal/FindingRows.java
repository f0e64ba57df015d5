package fangpin.office.claims.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.claims.Claim;
import fangpin.office.claims.Injury;
import fangpin.office.claims.Investigation;
import fangpin.office.claims.Payee;
import fangpin.office.register.BankCard;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was found out: investigations, injuries, payees; what tells of health or money is sealed. */
@Component
public final class FindingRows {
    private final JdbcClient database;
    private final Secrets secrets;

    FindingRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Keeps an investigation. */
    public long insertInvestigation(Claim claim, LocalDate doneOn, String place, String note, long actor) {
        return database.sql("""
                        insert into claims.investigation (claim_id, path, insurer_id, done_on, place, note_sealed, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        claim.id(),
                        claim.path(),
                        claim.insurerId(),
                        doneOn,
                        place.strip(),
                        secrets.seal(FieldKind.HEALTH, note.strip()),
                        actor)
                .query(Long.class)
                .single();
    }

    /** The investigations of a claim, the first first. */
    public List<Investigation> investigations(long claim) {
        return database.sql("select * from claims.investigation where claim_id = ? order by id")
                .param(claim)
                .query((row, number) -> new Investigation(
                        row.getLong("id"),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("place"),
                        secrets.open(FieldKind.HEALTH, row.getBytes("note_sealed")),
                        row.getLong("entered_by")))
                .list();
    }

    /** Keeps an injury. */
    public long insertInjury(Claim claim, Injury injury, long actor) {
        return database.sql("""
                        insert into claims.injury (claim_id, accident_id, path, insurer_id, body_system, part_sealed, grade, rated_on,
                            rated_by, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        claim.id(),
                        claim.accident().id(),
                        claim.path(),
                        claim.insurerId(),
                        Claim.word(injury.system()),
                        secrets.seal(FieldKind.HEALTH, injury.part().strip()),
                        injury.grade(),
                        injury.ratedOn(),
                        injury.ratedBy().strip(),
                        actor)
                .query(Long.class)
                .single();
    }

    /** Takes an injury of a claim away. */
    public boolean removeInjury(long claim, long injury) {
        return database.sql("delete from claims.injury where claim_id = ? and id = ?")
                        .params(claim, injury)
                        .update()
                > 0;
    }

    /** All injuries of an accident, by whichever claim; those of claims that were refused or withdrawn left out. */
    public List<Injury> injuries(long accident) {
        return database.sql("""
                        select injury.* from claims.injury join claims.claim on claim.id = injury.claim_id
                        where injury.accident_id = ? and claim.stage not in ('refused', 'withdrawn') order by injury.id
                        """)
                .param(accident)
                .query((row, number) -> new Injury(
                        row.getLong("id"),
                        row.getLong("claim_id"),
                        ClaimRows.value(Injury.BodySystem.class, row.getString("body_system")),
                        secrets.open(FieldKind.HEALTH, row.getBytes("part_sealed")),
                        row.getInt("grade"),
                        row.getObject("rated_on", LocalDate.class),
                        row.getString("rated_by")))
                .list();
    }

    /** Sets the payees of a claim, in place of those there were. */
    public void setPayees(Claim claim, List<Payee> payees, long actor) {
        database.sql("delete from claims.payee where claim_id = ?")
                .param(claim.id())
                .update();
        for (int number = 0; number < payees.size(); number++) {
            Payee payee = payees.get(number);
            database.sql("""
                            insert into claims.payee (claim_id, number, path, insurer_id, kind, name, relation, weight, bank, card_sealed,
                                entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            claim.id(),
                            number + 1,
                            claim.path(),
                            claim.insurerId(),
                            Claim.word(payee.kind()),
                            payee.name().strip(),
                            payee.relation().strip(),
                            payee.weight(),
                            payee.bank().strip(),
                            secrets.seal(FieldKind.BANK_CARD, BankCard.normal(payee.card())),
                            actor)
                    .update();
        }
    }

    /** The payees of a claim with masked cards. */
    public List<Payee> payees(long claim) {
        return payeesInClear(claim).stream()
                .map(payee -> new Payee(
                        payee.kind(),
                        payee.name(),
                        payee.relation(),
                        payee.weight(),
                        payee.bank(),
                        Mask.of(FieldKind.BANK_CARD, payee.card()),
                        payee.cardFits()))
                .toList();
    }

    /** The same with whole cards, for who makes a payment. */
    List<Payee> payeesInClear(long claim) {
        return database.sql("select * from claims.payee where claim_id = ? order by number")
                .param(claim)
                .query((row, number) -> {
                    String card = secrets.open(FieldKind.BANK_CARD, row.getBytes("card_sealed"));
                    return new Payee(
                            ClaimRows.value(Payee.Kind.class, row.getString("kind")),
                            row.getString("name"),
                            row.getString("relation"),
                            row.getInt("weight"),
                            row.getString("bank"),
                            card,
                            new BankCard(card).fitsCheckDigit());
                })
                .list();
    }
}
