package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a clerk changes by hand is checked as a roster's rows are, and kept the same way. */
class ParticularsChangeTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final ParticularsChange changes = office.part(ParticularsChange.class);
    private final ScopedWork work = office.part(ScopedWork.class);
    private final Actor clerk = place.clerkOf("nb-changer", Neighbourhood.EAST);

    @ParameterizedTest
    @CsvSource({
        "138 0000 1234,    '',                    13800001234, ''",
        "+86-13800001234,  '',                    13800001234, ''",
        "(0631) 5301234,   '',                    06315301234, ''",
        "'',               6217 0000 0000 0001 234, '',        6217000000000001234",
        "12800001234,      '',                    PHONE_WRONG, ''",
        "打给村主任,          '',                    PHONE_WRONG, ''",
        "'',               621700000000,          CARD_WRONG,  ''",
        "'',               6217O0000000000123,    CARD_WRONG,  ''"
    })
    void phoneAndCardAreWrittenAsRostersWriteThem(String phone, String card, String keptOrRefused, String keptCard) {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 1, false).getFirst();
        Particulars said = new Particulars(phone, null, card, "02", null, null, null, null, null, null, "本人来电");
        switch (changes.change(clerk, person, 1, said, TODAY)) {
            case Answer.Done<Long> done -> {
                assertEquals(keptOrRefused, kept(person, "phone_sealed", FieldKind.PHONE));
                assertEquals(keptCard, kept(person, "bank_card_sealed", FieldKind.BANK_CARD));
            }
            case Answer.Refused<Long> refused -> assertEquals(RosterFault.valueOf(keptOrRefused), refused.reason());
        }
    }

    private String kept(long person, String column, FieldKind kind) {
        byte @Nullable [] sealed = work.read(
                clerk,
                () -> office.part(JdbcClient.class)
                        .sql("select " + column + " from register.person where id = ?")
                        .param(person)
                        .query((row, number) -> row.getBytes(1))
                        .list()
                        .getFirst());
        return sealed == null ? "" : office.part(Secrets.class).open(kind, sealed);
    }

    /** The office's own numbers bear letters. */
    @Test
    void aHouseholdIsFoundByItsWholeNumber() {
        office.account("nb-searcher", "371900", Role.POVERTY_OFFICE);
        PersonEntry.Wanted wanted =
                new PersonEntry.Wanted("丛有号", "", 1, null, "02", Neighbourhood.UPPER_VILLAGE, null, "走访发现");
        long person = entered(office.part(PersonEntry.class).enter(clerk, wanted, TODAY));
        String number = office.part(PersonFiles.class)
                .find(clerk, person, TODAY)
                .orElseThrow()
                .person()
                .householdNumber();
        HttpResponse<String> found = Browser.signedIn(office, "nb-searcher").post("/search", Map.of("q", number));
        assertEquals("/persons/" + person, Browser.location(found));
    }

    private static long entered(Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }
}
