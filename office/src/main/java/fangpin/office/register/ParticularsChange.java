package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.internal.Versions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 登记变更: changes a person's particulars as a new version; the old one stays. */
@Service
public final class ParticularsChange {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;
    private final Versions versions;
    private final Audit audit;

    ParticularsChange(ScopedWork work, JdbcClient database, Secrets secrets, Versions versions, Audit audit) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
        this.versions = versions;
        this.audit = audit;
    }

    /** Changes a record that is still as the clerk saw it. */
    public Answer<Long> change(Actor actor, long person, int version, Particulars said, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (said.reason().isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        // as rosters check them: money goes to the card, and the next roster is compared with what is kept
        String phone = blankToNull(said.phone());
        if (phone != null && !PhoneNumber.isOne(PhoneNumber.normal(phone))) {
            return Answer.refused(RosterFault.PHONE_WRONG);
        }
        String card = blankToNull(said.bankCard());
        if (card != null && !BankCard.isOne(BankCard.normal(card))) {
            return Answer.refused(RosterFault.CARD_WRONG);
        }
        return work.write(actor, () -> {
            Optional<Integer> held = database.sql(
                            "select version from register.person where id = ? and merged_into is null for update")
                    .param(person)
                    .query(Integer.class)
                    .optional();
            if (held.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            if (held.get() != version) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            write(person, said);
            versions.write(List.of(person), today, said.reason(), actor.userId());
            audit.record(
                    actor, AuditAction.CHANGED, "person/" + person, Map.of("version", String.valueOf(version + 1)));
            return Answer.done(person);
        });
    }

    private void write(long person, Particulars said) {
        database.sql("""
                        update register.person set
                            phone_sealed = case when :phoneKept then phone_sealed else :phone::bytea end,
                            address_sealed = case when :addressKept then address_sealed else :address::bytea end,
                            bank_card_sealed = case when :bankCardKept then bank_card_sealed else :bankCard::bytea end,
                            relation = :relation, schooling = :schooling, self_care = :selfCare, student = :student,
                            handbook_keeper = :keeper
                        where id = :person
                        """)
                .param("phoneKept", said.phone() == null)
                .param("phone", sealed(FieldKind.PHONE, said.phone()))
                .param("addressKept", said.address() == null)
                .param("address", sealed(FieldKind.ADDRESS, said.address()))
                .param("bankCardKept", said.bankCard() == null)
                .param("bankCard", sealed(FieldKind.BANK_CARD, said.bankCard()))
                .param("relation", said.relation())
                .param("schooling", blankToNull(said.schooling()))
                .param("selfCare", blankToNull(said.selfCare()))
                .param("student", blankToNull(said.student()))
                .param("keeper", blankToNull(said.handbookKeeper()))
                .param("person", person)
                .update();
        database.sql("""
                        update register.household set case_officer = :officer, case_officer_unit = :unit
                        where id = (select household_id from register.person where id = :person)
                        """)
                .param("officer", blankToNull(said.caseOfficer()))
                .param("unit", blankToNull(said.caseOfficerUnit()))
                .param("person", person)
                .update();
    }

    private byte @Nullable [] sealed(FieldKind kind, @Nullable String clear) {
        return clear == null || clear.isBlank() ? null : secrets.seal(kind, normal(kind, clear.strip()));
    }

    private static String normal(FieldKind kind, String clear) {
        if (kind == FieldKind.PHONE) {
            return PhoneNumber.normal(clear);
        }
        return kind == FieldKind.BANK_CARD ? BankCard.normal(clear) : clear;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
