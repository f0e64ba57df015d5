package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.FieldKind;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of a case, and what the office remarks on a record (LS §6.1). */
class CaseFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final Instant NOW = Instant.parse("2020-05-10T03:00:00Z");
    private static final byte[] PAPER = "%PDF-1.4\n申请书\n%%EOF".getBytes(StandardCharsets.UTF_8);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Determinations cases = office.part(Determinations.class);
    private final CaseFiles files = office.part(CaseFiles.class);
    private final Actor maker = place.clerkOf("cf-maker", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("cf-neighbour", Neighbourhood.WEST);
    private final Actor looksOn =
            new Actor(maker.userId(), "x", Set.of(Role.FINANCE), new Scope(Neighbourhood.EAST), "");

    private long declared() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        return done(cases.declare(maker, DeterminationsTest.recognition(family), TODAY));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused -> throw new AssertionError(refused.reason());
        };
    }

    private static void refused(RefusalReason why, Answer<?> answer) {
        switch (answer) {
            case Answer.Done<?> done -> throw new AssertionError(done);
            case Answer.Refused<?> refused -> assertEquals(why, refused.reason());
        }
    }

    @Test
    void aFileIsReadByWhoWorksOnTheCaseAndByNobodyElse() {
        long id = declared();
        UUID file = done(files.attach(maker, id, "申请书.pdf", PAPER, NOW)).id();
        assertEquals("申请书.pdf", files.of(maker, id).getFirst().name());
        assertArrayEquals(
                PAPER, files.read(maker, id, file, (listed, content) -> content).orElseThrow());
        for (Actor other : List.of(neighbour, looksOn)) {
            assertEquals(List.of(), files.of(other, id), other.name());
            assertTrue(files.read(other, id, file, (listed, content) -> content).isEmpty());
        }
        refused(Refusal.NO_RIGHT, files.attach(looksOn, id, "a.pdf", PAPER, NOW));
        refused(Refusal.NOT_FOUND, files.attach(neighbour, id, "a.pdf", PAPER, NOW));
        refused(Refusal.NOT_FOUND, files.remove(neighbour, id, file, NOW));
        refused(AccessRefusal.FILE_NAME, files.attach(maker, id, "a.png", PAPER, NOW));
        refused(AccessRefusal.FILE_TYPE, files.attach(maker, id, "a.pdf", new byte[] {'M', 'Z'}, NOW));
        assertEquals(List.of("ENTERED", "ATTACHED", "ATTACHMENT_READ"), place.audited("determination/" + id));
    }

    @Test
    void aFileOfAnotherCaseIsNotReachedThroughThisOne() {
        long id = declared();
        long other = declared();
        UUID file = done(files.attach(maker, id, "申请书.pdf", PAPER, NOW)).id();
        assertTrue(files.read(maker, other, file, (listed, content) -> content).isEmpty());
        refused(Refusal.NOT_FOUND, files.remove(maker, other, file, NOW));
        assertEquals(file, done(files.remove(maker, id, file, NOW)));
        assertEquals(List.<Attachments.Listed>of(), files.of(maker, id));
    }

    @Test
    void aClosedCaseKeepsItsFilesAsTheyAre() {
        long id = declared();
        UUID file = done(files.attach(maker, id, "申请书.pdf", PAPER, NOW)).id();
        done(cases.withdraw(maker, id, 1, "申请人撤回", TODAY));
        refused(Refusal.WRONG_STAGE, files.attach(maker, id, "b.pdf", PAPER, NOW));
        refused(Refusal.WRONG_STAGE, files.remove(maker, id, file, NOW));
        assertEquals(1, files.of(maker, id).size());
    }

    @ParameterizedTest
    @CsvSource({
        "371981, 6222000000000000003, register.remark.old-code;register.remark.card-check-digit",
        "371999, 6222000000000000003, register.remark.card-check-digit",
        "009999, 6222000000000000004, register.remark.province-unknown"
    })
    void whatIsWorthALookStandsOnThePersonsPage(String code, String card, String remarks) {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 1, false).getFirst();
        JdbcClient database = office.part(JdbcClient.class);
        Secrets secrets = office.part(Secrets.class);
        String number = withCheckDigit(code + "19500301" + "%03d".formatted(person % 1000));
        Actor province = new Actor(maker.userId(), "x", Set.of(Role.POVERTY_OFFICE), new Scope("370000/"), "");
        office.part(ScopedWork.class).write(province, () -> {
            database.sql("""
                            insert into register.division_code (division_id, path, code, name_zh, valid_from, valid_to)
                            select id, path, '371981', '甲县', '1990-01-01', '2014-03-01' from register.division where path = ?
                            on conflict do nothing
                            """).param(Neighbourhood.EAST).update();
            return database.sql(
                            "update register.person set id_index = ?, id_sealed = ?, bank_card_sealed = ? where id = ?")
                    .params(
                            secrets.index(FieldKind.ID_NUMBER, number + person),
                            secrets.seal(FieldKind.ID_NUMBER, number),
                            secrets.seal(FieldKind.BANK_CARD, card),
                            person)
                    .update();
        });
        List<String> said = office.part(PersonFiles.class).find(maker, person, TODAY).orElseThrow().remarks().stream()
                .map(Remark::key)
                .toList();
        assertEquals(List.of(remarks.split(";", -1)), said);
    }

    private static String withCheckDigit(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
