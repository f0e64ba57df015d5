package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.Determinations;
import fangpin.office.register.IdNumber;
import fangpin.office.register.IdentityCorrection;
import fangpin.office.register.IdentityPaper;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cover and bills are the person's, whatever her number was: they stay hers when it is corrected. */
class CorrectedPatientTest {
    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final Actor checker =
            office.account("ward-city-2", "371000", Role.POVERTY_OFFICE).actor();

    @Test
    void theNextBillStandsOnTheYearOfTheSamePersonUnderTheNewNumber() {
        String wrong = ward.insured(LocalDate.of(2020, 1, 1));
        Bill first = done(settle(wrong, "2020-05-10"));
        String right = IdNumber.synthetic("3710", LocalDate.of(1961, 2, 3), 901).text();
        correct(wrong, right);
        Bill second = done(settle(right, "2020-06-10"));
        assertEquals(2, second.ordinal());
        assertEquals(first.personId(), second.personId());
        Answer<Bill> byTheOldNumber = settle(wrong, "2020-07-10");
        assertEquals(
                SettlementRefusal.UNKNOWN_PERSON,
                assertInstanceOf(Answer.Refused.class, byTheOldNumber).reason());
    }

    private Answer<Bill> settle(String idNumber, String discharged) {
        return settlements.settle(
                ward.firstDesk, ward.first.id(), ward.bill(idNumber, discharged, 5000, 5000, 3000), TODAY);
    }

    private void correct(String wrong, String right) {
        long person = office.part(ScopedWork.class)
                .read(
                        ward.city,
                        () -> office.part(JdbcClient.class)
                                .sql("select id from register.person where id_index = ?")
                                .param(office.part(Secrets.class).index(FieldKind.ID_NUMBER, wrong))
                                .query(Long.class)
                                .single());
        PersonFile file =
                office.part(PersonFiles.class).find(ward.city, person, TODAY).orElseThrow();
        Determinations cases = office.part(Determinations.class);
        IdentityCorrection said = new IdentityCorrection(
                person, file.version(), null, right, null, null, null, IdentityPaper.ID_CARD, "与身份证不一致");
        long id = done(cases.correctIdentity(ward.city, said, TODAY));
        done(cases.file(checker, id, 1, "", TODAY));
    }
}
