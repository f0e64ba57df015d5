package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A name, number, birthday or sex is corrected by two persons; what stood before stays as it was known. */
class IdentityCorrectionTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** Male, born on 1950-03-01. */
    private static final String RIGHT = "37199919500301001";

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Determinations cases = office.part(Determinations.class);
    private final PersonFiles files = office.part(PersonFiles.class);
    private final People people = office.part(People.class);
    private final ScopedWork work = office.part(ScopedWork.class);
    private final Actor maker = place.clerkOf("nb-id-maker", Neighbourhood.EAST);
    private final Actor checker = place.clerkOf("nb-id-checker", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-id-neighbour", Neighbourhood.WEST);

    @AfterEach
    void theKeptHeadcountsAreWhatTheSpellsSay() {
        assertEquals(List.of(), place.differences());
    }

    /** On record: 丛错, male, born on 1950-03-01, with or without a number; what is said of her, and what comes of it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            with    | 丛对  | -           | - | -          | 丛对 1950-03-01 1
            with    | 丛 错 | -           | - | -          | NOTHING_CHANGES
            with    | 丛?   | -           | - | -          | NAME_LOST_CHARACTER
            with    | -     | -           | - | 1950-03-02 | BIRTH_DIFFERS
            with    | -     | -           | 2 | -          | SEX_DIFFERS
            with    | -     | female 1960 | - | -          | 丛错 1960-01-02 2
            with    | -     | female 1960 | 2 | 1960-01-02 | 丛错 1960-01-02 2
            with    | -     | female 1960 | 1 | -          | SEX_DIFFERS
            with    | -     | female 1960 | - | 1950-03-01 | BIRTH_DIFFERS
            with    | -     | wrong digit | - | -          | ID_CHECK_DIGIT
            with    | -     | no such day | - | -          | ID_IMPOSSIBLE_DATE
            with    | -     | old code    | - | -          | 丛错 1950-03-01 1
            with    | -     | ''          | - | -          | 丛错 1950-03-01 1
            with    | -     | ''          | 2 | 1951-03-01 | 丛错 1951-03-01 2
            without | -     | -           | - | 1950-03-02 | 丛错 1950-03-02 1
            without | -     | -           | 2 | -          | 丛错 1950-03-01 2
            without | -     | -           | - | 2020-05-11 | BIRTH_IN_FUTURE
            without | -     | -           | - | 0195-03-01 | BIRTH_NOT_A_DATE
            without | -     | female 1960 | - | -          | 丛错 1960-01-02 2
            without | -     | ''          | - | -          | NOTHING_CHANGES
            """)
    void whatIsSaidIsHeldAgainstTheNumber(
            String onRecord,
            @Nullable String name,
            @Nullable String number,
            @Nullable Integer sex,
            @Nullable LocalDate born,
            String outcome) {
        String held = onRecord.equals("with") ? RIGHT + checkDigit(RIGHT) : null;
        IdentityCorrection said = new IdentityCorrection(
                1, 1, name, number == null ? null : written(number), sex, born, null, IdentityPaper.ID_CARD, "核对");
        switch (said.appliedTo(new Identity("丛错", held, 1, LocalDate.of(1950, 3, 1)), TODAY)) {
            case Answer.Done<Identity>(Identity right) ->
                assertEquals(outcome, right.name() + " " + right.bornOn() + " " + right.sex());
            case Answer.Refused<Identity> refused ->
                assertEquals(outcome, refused.reason().toString());
        }
    }

    private static String written(String number) {
        return switch (number) {
            case "female 1960" -> number(LocalDate.of(1960, 1, 2), 2);
            case "wrong digit" -> RIGHT + (checkDigit(RIGHT) == '0' ? '1' : '0');
            case "no such day" -> "371999195002300015";
            case "old code" -> "37108119500301001" + checkDigit("37108119500301001");
            default -> number;
        };
    }

    private static char checkDigit(String digits) {
        for (char last : "0123456789X".toCharArray()) {
            if (IdNumber.read(digits + last, TODAY) instanceof IdNumber.Reading.Valid) {
                return last;
            }
        }
        throw new IllegalArgumentException(digits);
    }

    @Test
    void nothingChangesBeforeAnotherPersonFilesItAndThenSearchFollows() {
        String wrong = fresh(LocalDate.of(1950, 3, 1));
        String right = fresh(LocalDate.of(1956, 3, 1));
        long person = entered("丛误写", wrong);
        long id = done(cases.correctIdentity(maker, said(person, "丛勘正", right), TODAY.plusDays(2)));
        refused(
                Refusal.ALREADY_UNDER_WAY,
                cases.correctIdentity(checker, said(person, "丛又改", null), TODAY.plusDays(2)));
        refused(Refusal.SAME_PERSON, cases.file(maker, id, 1, "", TODAY.plusDays(3)));
        assertEquals(List.of(person), holders(wrong));
        assertEquals(List.of(), holders(right));
        done(cases.file(checker, id, 1, "与身份证一致", TODAY.plusDays(3)));
        assertEquals(List.of(), holders(wrong));
        assertEquals(List.of(person), holders(right));
        assertEquals(List.of(), named("丛误写"));
        assertEquals(List.of(person), named("丛勘正"));
        PersonSummary now = file(person).person();
        assertEquals("丛勘正 1956-03-01", now.name() + " " + now.bornOn());
        assertTrue(now.maskedId().endsWith(right.substring(14)), now.maskedId());
        assertEquals(List.of("ENTERED", "APPROVED"), place.audited("determination/" + id));
    }

    @Test
    void whatStoodBeforeStaysAsItWasKnown() {
        String wrong = fresh(LocalDate.of(1950, 3, 1));
        long person = entered("丛旧名", wrong);
        change(person, 1, "13800001234");
        change(person, 2, "13900001234");
        long id = done(cases.correctIdentity(maker, said(person, "丛新名", null, 3), TODAY));
        done(cases.file(checker, id, 1, "", TODAY.plusDays(1)));
        List<String> former = file(person).former().stream()
                .map(one -> one.field() + " " + one.shown() + " " + one.otherFrom() + " " + one.declaredBy())
                .toList();
        assertEquals(
                List.of(
                        "NAME 丛旧名 " + TODAY + " " + maker.userId(),
                        "PHONE 138****1234 " + TODAY + " null",
                        "PHONE  " + TODAY + " null"),
                former);
        FormerValue name = file(person).former().getFirst();
        assertEquals(checker.userId(), name.changedBy());
        assertEquals(id, name.determinationId());
        assertTrue(name.knownFrom().isBefore(name.knownTo()));
        Unmasking unmasking = office.part(Unmasking.class);
        assertEquals("13800001234", done(unmasking.showFormer(maker, person, FieldKind.PHONE, 2, "核对旧号")));
        refused(Refusal.REASON_MISSING, unmasking.showFormer(maker, person, FieldKind.PHONE, 2, " "));
        refused(Refusal.NOT_FOUND, unmasking.showFormer(neighbour, person, FieldKind.PHONE, 2, "好奇"));
        assertEquals("UNMASKED", place.audited("person/" + person).getLast());
        assertTrue(files.find(neighbour, person, TODAY).isEmpty());
    }

    /** A new name is true from its day on; a mistake was one from the first day of the record. */
    @Test
    void aNewNameIsTrueFromItsDayAndAMistakeWasOneAllAlong() {
        long renamed = entered("丛改前", "");
        IdentityCorrection said = new IdentityCorrection(
                renamed, 1, "丛改后", null, null, null, TODAY.minusDays(9), IdentityPaper.HOUSEHOLD_BOOK, "户口簿已改名");
        long id = done(cases.correctIdentity(maker, said, TODAY.plusDays(20)));
        assertEquals(
                TODAY.minusDays(9),
                cases.find(maker, id).orElseThrow().determination().effectiveOn());
        long mistaken = entered("丛写错", "");
        long other = done(cases.correctIdentity(maker, said(mistaken, "丛写对", null), TODAY.plusDays(20)));
        assertEquals(
                TODAY, cases.find(maker, other).orElseThrow().determination().effectiveOn());
        IdentityCorrection tomorrow = new IdentityCorrection(
                renamed, 1, "丛明天", null, null, null, TODAY.plusDays(1), IdentityPaper.OTHER, "预约改名");
        done(cases.withdraw(maker, id, 1, "填错", TODAY.plusDays(20)));
        refused(Refusal.DATE_IN_FUTURE, cases.correctIdentity(maker, tomorrow, TODAY));
    }

    @Test
    void aBirthdayMovesThePersonInTheHeadcountsOfTheAged() {
        long head = place.household(Neighbourhood.UPPER_VILLAGE, 1, true).getFirst();
        List<Long> before = agedFrom(TODAY);
        IdentityCorrection said = new IdentityCorrection(
                head, 1, null, null, null, LocalDate.of(1960, 5, 12), null, IdentityPaper.HOUSEHOLD_BOOK, "户口簿为准");
        long id = done(cases.correctIdentity(maker, said, TODAY));
        assertEquals(before, agedFrom(TODAY));
        done(cases.file(checker, id, 1, "", TODAY));
        assertEquals(List.of(before.get(0) - 1, before.get(1) - 1, before.get(2)), agedFrom(TODAY));
    }

    /** The headcounts of a day and of the two days after it. */
    private List<Long> agedFrom(LocalDate day) {
        return List.of(0, 1, 2).stream()
                .map(days -> place.count(Neighbourhood.EAST, Headcounts.AGED_60, day.plusDays(days)))
                .toList();
    }

    @Test
    void aNumberIsGivenToWhoHasNoneAndTakenFromWhoHasAnothers() {
        String number = fresh(LocalDate.of(1970, 6, 7));
        long twin = entered("丛孪甲", number);
        long other = entered("丛孪乙", "");
        Answer<Long> held = cases.correctIdentity(maker, said(other, null, number), TODAY);
        refused(Refusal.NUMBER_HELD, held);
        filed(said(twin, null, ""));
        assertEquals(List.of(), holders(number));
        filed(said(other, null, number));
        assertEquals(List.of(other), holders(number));
        assertEquals(LocalDate.of(1970, 6, 7), file(other).person().bornOn());
        assertEquals(
                List.of("ID_NUMBER "),
                file(other).former().stream()
                        .filter(one -> one.field() == FormerValue.Field.ID_NUMBER)
                        .map(one -> one.field() + " " + one.shown())
                        .toList());
    }

    /** The place is told, so that the other side can be asked; nobody's name. */
    @Test
    void aNumberOfAnotherDivisionIsRefusedAndNotSaidWhoseItIs() {
        String number = fresh(LocalDate.of(1971, 6, 7));
        done(office.part(PersonEntry.class)
                .enter(
                        neighbour,
                        new PersonEntry.Wanted("丛外人", number, 0, null, "02", Neighbourhood.WEST_VILLAGE, null, "走访发现"),
                        TODAY));
        long ours = entered("丛本地", "");
        switch (cases.correctIdentity(maker, said(ours, null, number), TODAY)) {
            case Answer.Done<Long> done -> fail("done: " + done);
            case Answer.Refused<Long> refused -> {
                assertEquals(Refusal.NUMBER_HELD, refused.reason());
                assertEquals(1, refused.arguments().size());
                String told = refused.arguments().getFirst().toString();
                assertTrue(told.endsWith("西县"), told);
            }
        }
    }

    @Test
    void whatChangedSinceTheDeclarationIsNotOverwritten() {
        String number = fresh(LocalDate.of(1972, 6, 7));
        long first = entered("丛抢甲", "");
        long second = entered("丛抢乙", "");
        long firstCase = done(cases.correctIdentity(maker, said(first, null, number), TODAY));
        long secondCase = done(cases.correctIdentity(maker, said(second, null, number), TODAY));
        change(second, 1, "13800001234");
        refused(Refusal.CHANGED_MEANWHILE, cases.correctIdentity(maker, said(second, "丛旧页", null), TODAY));
        done(cases.file(checker, firstCase, 1, "", TODAY));
        refused(Refusal.NUMBER_HELD, cases.file(checker, secondCase, 1, "", TODAY));
        assertEquals(
                Determination.Stage.DECLARED,
                cases.find(maker, secondCase).orElseThrow().determination().stage());
        done(cases.refuse(checker, secondCase, 1, "号码是甲的", TODAY));
        long third = done(cases.correctIdentity(maker, said(first, "丛抢丙", null, 2), TODAY));
        rename(first);
        refused(Refusal.CHANGED_MEANWHILE, cases.file(checker, third, 1, "", TODAY));
    }

    private void rename(long person) {
        work.write(
                maker,
                () -> office.part(JdbcClient.class)
                        .sql("update register.person set name = '丛名单改' where id = ?")
                        .param(person)
                        .update());
    }

    @Test
    void ofTwoFiledAtOnceForOneNumberOneIsDone() throws Exception {
        String number = fresh(LocalDate.of(1973, 6, 7));
        List<Callable<Answer<Long>>> filings = new ArrayList<>();
        for (String name : List.of("丛同时甲", "丛同时乙")) {
            long id = done(cases.correctIdentity(maker, said(entered(name, ""), null, number), TODAY));
            filings.add(() -> cases.file(checker, id, 1, "", TODAY));
        }
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<String> outcomes = new ArrayList<>();
            for (Future<Answer<Long>> filing : both.invokeAll(filings)) {
                outcomes.add(
                        switch (filing.get()) {
                            case Answer.Done<Long> done -> "done";
                            case Answer.Refused<Long> refused ->
                                refused.reason().toString();
                        });
            }
            assertEquals(
                    List.of("NUMBER_HELD", "done"), outcomes.stream().sorted().toList());
        }
        assertEquals(1, holders(number).size());
    }

    @Test
    void whoMayNotDoesNotAndAnothersPersonIsNotThere() {
        long person = entered("丛不许", "");
        Actor auditor = new Actor(maker.userId(), "审计", Set.of(Role.AUDITOR), maker.scope(), "");
        refused(Refusal.NO_RIGHT, cases.correctIdentity(auditor, said(person, "丛许", null), TODAY));
        refused(Refusal.NOT_FOUND, cases.correctIdentity(neighbour, said(person, "丛许", null), TODAY));
        IdentityCorrection without =
                new IdentityCorrection(person, 1, "丛许", null, null, null, null, IdentityPaper.OTHER, " ");
        refused(Refusal.REASON_MISSING, cases.correctIdentity(maker, without, TODAY));
        long id = done(cases.correctIdentity(maker, said(person, null, fresh(LocalDate.of(1974, 6, 7))), TODAY));
        Unmasking unmasking = office.part(Unmasking.class);
        refused(Refusal.NOT_FOUND, unmasking.showCorrected(neighbour, id, "好奇"));
        assertEquals(18, done(unmasking.showCorrected(checker, id, "对照身份证")).length());
        assertEquals("UNMASKED", place.audited("determination/" + id).getLast());
    }

    private void filed(IdentityCorrection said) {
        long id = done(cases.correctIdentity(maker, said, TODAY));
        done(cases.file(checker, id, 1, "", TODAY));
    }

    private static IdentityCorrection said(long person, @Nullable String name, @Nullable String number) {
        return said(person, name, number, 1);
    }

    private static IdentityCorrection said(long person, @Nullable String name, @Nullable String number, int version) {
        return new IdentityCorrection(
                person, version, name, number, null, null, null, IdentityPaper.ID_CARD, "与身份证不一致");
    }

    private void change(long person, int version, String phone) {
        Particulars said = new Particulars(phone, null, null, "02", null, null, null, null, null, null, "本人来电");
        done(office.part(ParticularsChange.class).change(maker, person, version, said, TODAY));
    }

    private long entered(String name, String number) {
        return done(office.part(PersonEntry.class)
                .enter(
                        maker,
                        new PersonEntry.Wanted(
                                name,
                                number,
                                1,
                                number.isEmpty() ? LocalDate.of(1950, 3, 1) : null,
                                "02",
                                Neighbourhood.UPPER_VILLAGE,
                                null,
                                "走访发现"),
                        TODAY));
    }

    /** A man's number that no test has used yet. */
    private static String fresh(LocalDate born) {
        return number(born, 101 + 2 * NUMBERS.incrementAndGet());
    }

    private static String number(LocalDate born, int serial) {
        return IdNumber.synthetic("3719", born, serial).text();
    }

    private List<Long> holders(String number) {
        return work.read(maker, () -> people.withIdNumber(number, TODAY)).stream()
                .map(PersonSummary::id)
                .toList();
    }

    private List<Long> named(String name) {
        return work.read(maker, () -> people.named(name, TODAY, 10)).stream()
                .map(PersonSummary::id)
                .toList();
    }

    private PersonFile file(long person) {
        return files.find(maker, person, TODAY).orElseThrow();
    }

    private static <T> T done(Answer<T> outcome) {
        return switch (outcome) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused -> fail(refused.toString());
        };
    }

    private static void refused(RefusalReason reason, Answer<?> outcome) {
        switch (outcome) {
            case Answer.Done<?> done -> fail("done: " + done);
            case Answer.Refused<?> refused -> assertEquals(reason, refused.reason());
        }
    }
}
