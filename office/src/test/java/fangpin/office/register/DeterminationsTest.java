package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a case and what it does to the register (LS §6.1, WH10 §1, WH3 §2b). */
class DeterminationsTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Determinations cases = office.part(Determinations.class);
    private final Handovers handovers = office.part(Handovers.class);
    private final PersonFiles files = office.part(PersonFiles.class);
    private final Actor maker = place.clerkOf("nb-maker", Neighbourhood.EAST);
    private final Actor checker = place.clerkOf("nb-checker", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-neighbour", Neighbourhood.WEST);

    @AfterEach
    void theKeptHeadcountsAreWhatTheSpellsSay() {
        assertEquals(List.of(), place.differences());
    }

    @Test
    void aRecognitionGoesItsWholeWayBeforeItChangesAnything() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 3, false);
        long before = place.count(Neighbourhood.EAST, "instant-help", TODAY);
        long id = done(cases.declare(maker, recognition(family), TODAY));
        refused(Refusal.WRONG_STAGE, cases.recognise(checker, id, version(id), "", TODAY));
        done(cases.investigate(maker, id, version(id), "入户看过", TODAY.plusDays(1)));
        refused(Refusal.SAME_PERSON, cases.recognise(maker, id, version(id), "", TODAY.plusDays(2)));
        done(cases.recognise(checker, id, version(id), "同意", TODAY.plusDays(2)));
        refused(Refusal.NOTICE_DAYS, cases.publish(maker, id, version(id), 4, "公开栏", TODAY.plusDays(3)));
        done(cases.publish(maker, id, version(id), 7, "公开栏", TODAY.plusDays(3)));
        refused(Refusal.NOTICE_RUNNING, cases.file(checker, id, version(id), "", TODAY.plusDays(9)));
        assertEquals(before, place.count(Neighbourhood.EAST, "instant-help", TODAY.plusDays(9)));
        refused(Refusal.SAME_PERSON, cases.file(maker, id, version(id), "", TODAY.plusDays(10)));
        done(cases.file(checker, id, version(id), "", TODAY.plusDays(10)));
        assertEquals(before + 3, place.count(Neighbourhood.EAST, "instant-help", TODAY));
        assertEquals(
                List.of("ENTERED", "ENTERED", "APPROVED", "PUBLISHED", "APPROVED"),
                place.audited("determination/" + id));
        refused(Refusal.WRONG_STAGE, cases.withdraw(maker, id, version(id), "太晚", TODAY.plusDays(11)));
        refused(Refusal.ALREADY_HOLDS, cases.declare(maker, recognition(family), TODAY.plusDays(12)));
    }

    @Test
    void anObjectionHoldsTheFilingUntilItIsAnsweredByAnother() {
        PublicNotices notices = office.part(PublicNotices.class);
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        long id = done(cases.declare(maker, recognition(family), TODAY));
        done(cases.investigate(maker, id, version(id), "看过", TODAY));
        done(cases.recognise(checker, id, version(id), "", TODAY));
        long notice = done(cases.publish(maker, id, version(id), 5, "公开栏", TODAY));
        long objection = done(notices.object(maker, notice, id, "家里有车", TODAY.plusDays(1)));
        refused(Refusal.OPEN_OBJECTION, cases.file(checker, id, version(id), "", TODAY.plusDays(5)));
        assertEquals(List.of(), waiting(notices, maker, notice), "who wrote it down does not answer it");
        assertEquals(List.of(TODAY.plusDays(1)), waiting(notices, checker, notice));
        refused(Refusal.SAME_PERSON, notices.answer(maker, objection, "车已报废", TODAY.plusDays(5)));
        done(notices.answer(checker, objection, "车已报废", TODAY.plusDays(5)));
        assertEquals(List.of(), waiting(notices, checker, notice));
        done(cases.file(checker, id, version(id), "", TODAY.plusDays(5)));
        assertEquals(
                "丛大山",
                notices.find(maker, notice).orElseThrow().entries().getFirst().names());
    }

    private static List<LocalDate> waiting(PublicNotices notices, Actor actor, long notice) {
        return notices.waiting(actor, 1_000).stream()
                .filter(one -> one.notice() == notice)
                .map(PublicNotices.OpenObjection::receivedOn)
                .toList();
    }

    @Test
    void aDeathEndsEveryStatusTheDayAfter() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        long id = done(cases.declare(maker, plain(Determination.Kind.DEATH, family.subList(0, 1), TODAY), TODAY));
        long held = place.count(Neighbourhood.EAST, "policy-beneficiary", TODAY);
        done(cases.file(checker, id, version(id), "", TODAY));
        assertEquals(held, place.count(Neighbourhood.EAST, "policy-beneficiary", TODAY));
        assertEquals(held - 1, place.count(Neighbourhood.EAST, "policy-beneficiary", TODAY.plusDays(1)));
        refused(
                Refusal.DATE_IN_FUTURE,
                cases.declare(maker, plain(Determination.Kind.DEATH, family.subList(1, 2), TODAY.plusDays(1)), TODAY));
    }

    @Test
    void whoHasDiedIsMarkedIsNotRecognisedAndDiesOnce() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 2, false);
        List<Long> first = family.subList(0, 1);
        long recognised = done(cases.declare(maker, recognition(first), TODAY));
        done(cases.investigate(maker, recognised, version(recognised), "看过", TODAY));
        long death = done(cases.declare(maker, plain(Determination.Kind.DEATH, first, TODAY), TODAY));
        done(cases.file(checker, death, version(death), "", TODAY));
        done(cases.recognise(checker, recognised, version(recognised), "", TODAY));
        done(cases.publish(maker, recognised, version(recognised), 5, "公开栏", TODAY));
        refused(Refusal.CHANGED_MEANWHILE, cases.file(checker, recognised, version(recognised), "", TODAY.plusDays(5)));
        refused(Refusal.DIED, cases.declare(maker, recognition(family), TODAY));
        refused(Refusal.DIED, cases.declare(maker, plain(Determination.Kind.DEATH, first, TODAY), TODAY));
        List<LocalDate> days = new ArrayList<>();
        file(family.getLast()).family().forEach(member -> days.add(member.diedOn()));
        assertEquals(Arrays.asList(TODAY, null), days);
    }

    @Test
    void aGraduationEndsTheStatusAndKeepsWhatWasKnown() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        long id = done(cases.declare(maker, graduation(family, TODAY), TODAY));
        done(cases.investigate(maker, id, version(id), "收入稳定", TODAY));
        done(cases.recognise(checker, id, version(id), "", TODAY));
        done(cases.publish(maker, id, version(id), 5, "公开栏", TODAY));
        done(cases.file(checker, id, version(id), "", TODAY.plusDays(5)));
        PersonFile file = file(family.getFirst());
        assertEquals(TODAY, file.spells().getFirst().validTo());
        assertEquals(1, file.outdated().size(), "the open period stays as it was known");
        refused(Refusal.DOES_NOT_HOLD, cases.declare(maker, graduation(family, TODAY.plusDays(6)), TODAY.plusDays(6)));
    }

    @Test
    void aMoveTakesTheStatusAlongFromItsDay() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        long lower = place.count(Neighbourhood.LOWER_VILLAGE, "policy-beneficiary", TODAY);
        long id = done(cases.declare(maker, move(family, TODAY), TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
        assertEquals(lower, place.count(Neighbourhood.LOWER_VILLAGE, "policy-beneficiary", TODAY.minusDays(1)));
        assertEquals(lower + 2, place.count(Neighbourhood.LOWER_VILLAGE, "policy-beneficiary", TODAY));
        assertEquals(
                Neighbourhood.LOWER_VILLAGE, file(family.getFirst()).person().path());
    }

    @Test
    void aMoveTakesTheWholeHouseholdWhoeverIsNamed() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 3, true);
        refused(Refusal.DATE_IN_FUTURE, cases.declare(maker, move(family.subList(0, 1), TODAY.plusDays(1)), TODAY));
        long id = done(cases.declare(maker, move(family.subList(0, 1), TODAY), TODAY));
        assertEquals(
                3, cases.find(maker, id).orElseThrow().determination().members().size());
        done(cases.file(checker, id, version(id), "", TODAY));
        assertEquals(
                List.of(Neighbourhood.LOWER_VILLAGE, Neighbourhood.LOWER_VILLAGE, Neighbourhood.LOWER_VILLAGE),
                family.stream().map(one -> file(one).person().path()).toList());
    }

    @Test
    void aHouseholdWithAnOpenCaseStaysWhereItIs() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        long open = done(cases.declare(maker, recognition(family.subList(1, 2)), TODAY));
        refused(Refusal.HOUSEHOLD_CASE_OPEN, cases.declare(maker, move(family, TODAY), TODAY));
        refused(
                Refusal.HOUSEHOLD_CASE_OPEN,
                handovers.propose(maker, family.getFirst(), Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
        done(cases.withdraw(maker, open, version(open), "先办移交", TODAY));
        long id = done(handovers.propose(maker, family.getFirst(), Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
        long later = done(cases.declare(maker, recognition(family.subList(1, 2)), TODAY));
        refused(Refusal.HOUSEHOLD_CASE_OPEN, handovers.accept(neighbour, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        done(cases.withdraw(maker, later, version(later), "先办移交", TODAY));
        done(handovers.accept(neighbour, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        assertTrue(
                files.find(neighbour, family.getFirst(), TODAY).orElseThrow().spells().stream()
                        .filter(spell -> !spell.validFrom().isBefore(TODAY))
                        .allMatch(spell -> spell.determinationId() != null),
                "each goes on by the hand-over");
    }

    /** The receiver works with what somebody was before: an inclusion does not begin anew with the move (WH3 §3.2 ②). */
    @Test
    void whoIsTakenOverBringsHisPast() {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 1, true).getFirst();
        LocalDate included = LocalDate.of(2020, 3, 5);
        place.instantHelp(person, included);
        InstantHelp register = office.part(InstantHelp.class);
        assertTrue(line(register.ofYear(neighbour, 2020), person).isEmpty());
        long id = done(handovers.propose(maker, person, Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
        done(handovers.accept(neighbour, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        InstantHelp.Line there = line(register.ofYear(neighbour, 2020), person).orElseThrow();
        assertEquals(included, there.includedOn());
        assertEquals(302, there.coverDays());
        assertEquals(null, there.endedOn(), "the move does not end it");
        assertTrue(line(register.ofYear(maker, 2020), person).isEmpty(), "no longer ours");
        PersonFile file = files.find(neighbour, person, TODAY).orElseThrow();
        assertTrue(
                file.spells().stream().anyMatch(spell -> spell.validFrom().equals(included)),
                () -> file.spells().toString());
        assertTrue(file.events().stream().anyMatch(event -> event.day().equals(included)));
    }

    private static Optional<InstantHelp.Line> line(List<InstantHelp.Line> lines, long person) {
        return lines.stream().filter(one -> one.personId() == person).findFirst();
    }

    @Test
    void twoRecordsAreNotMergedIntoEachOther() {
        List<Long> one = place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        List<Long> other = place.household(Neighbourhood.LOWER_VILLAGE, 1, true);
        List<Long> third = place.household(Neighbourhood.LOWER_VILLAGE, 1, true);
        long id = done(cases.declare(maker, merge(one.getFirst(), other.getFirst()), TODAY));
        refused(Refusal.ALREADY_UNDER_WAY, cases.declare(maker, merge(other.getFirst(), one.getFirst()), TODAY));
        refused(Refusal.ALREADY_UNDER_WAY, cases.declare(maker, merge(third.getFirst(), one.getFirst()), TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
        refused(Refusal.NOT_FOUND, cases.declare(maker, merge(third.getFirst(), other.getFirst()), TODAY));
        assertEquals(one.getFirst(), file(other.getFirst()).mergedInto());
    }

    @Test
    void whatOnlyTheDuplicateHeldGoesOnWithTheRecordThatIsKept() {
        List<Long> kept = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        List<Long> duplicate = place.household(Neighbourhood.LOWER_VILLAGE, 1, true);
        long upper = place.count(Neighbourhood.UPPER_VILLAGE, "policy-beneficiary", TODAY);
        long id = done(cases.declare(maker, merge(kept.getFirst(), duplicate.getFirst()), TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
        assertEquals(
                List.of(Neighbourhood.BEGIN),
                file(kept.getFirst()).spells().stream().map(Spell::validFrom).toList());
        assertEquals(upper + 1, place.count(Neighbourhood.UPPER_VILLAGE, "policy-beneficiary", TODAY));
    }

    @Test
    void aMergeLeavesOneRecordAndASplitMakesAHousehold() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 3, true);
        List<Long> twin = place.household(Neighbourhood.LOWER_VILLAGE, 1, true);
        place.number(twin.getFirst(), "379999195003010019");
        long held = place.count(Neighbourhood.EAST, "policy-beneficiary", TODAY);
        long id = done(cases.declare(maker, merge(family.getFirst(), twin.getFirst()), TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
        assertEquals(held - 1, place.count(Neighbourhood.EAST, "policy-beneficiary", TODAY));
        assertEquals(family.getFirst(), file(twin.getFirst()).mergedInto());
        assertEquals("379999********0019", file(family.getFirst()).person().maskedId(), "the number is not lost");
        long split = done(cases.declare(maker, plain(Determination.Kind.SPLIT, family.subList(2, 3), TODAY), TODAY));
        done(cases.file(checker, split, version(split), "", TODAY));
        assertEquals(1, file(family.get(2)).family().size());
        assertEquals(2, file(family.getFirst()).family().size());
        refused(
                Refusal.NO_PERSON,
                cases.declare(maker, plain(Determination.Kind.SPLIT, family.subList(0, 2), TODAY), TODAY));
    }

    @Test
    void aCorrectionIsLaterKnowledgeAndTheOldOneStays() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        Spell wrong = file(family.getFirst()).spells().getFirst();
        LocalDate from = LocalDate.of(2017, 1, 1);
        Declaration said = new Declaration(
                Determination.Kind.CORRECTION,
                family,
                null,
                "weihai-2020",
                "WH3 §2b",
                "录错一年",
                Determination.FoundBy.DATA,
                TODAY,
                null,
                null,
                new Declaration.CorrectedSpell(wrong.id(), from, null));
        long id = done(cases.declare(maker, said, TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
        PersonFile file = file(family.getFirst());
        assertEquals(from, file.spells().getFirst().validFrom());
        assertEquals(
                List.of(wrong.validFrom()),
                file.outdated().stream().map(Spell::validFrom).toList());
    }

    @Test
    void aHandoverMovesTheHouseholdOnlyWhenTheOtherSideTakesIt() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        long west = place.count(Neighbourhood.WEST, "policy-beneficiary", TODAY);
        long westBefore = place.count(Neighbourhood.WEST, "policy-beneficiary", TODAY.minusDays(1));
        long id = done(handovers.propose(maker, family.getFirst(), Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
        refused(
                Refusal.ALREADY_UNDER_WAY,
                handovers.propose(maker, family.getFirst(), Neighbourhood.WEST, TODAY, "再提一次", TODAY));
        assertEquals(west, place.count(Neighbourhood.WEST, "policy-beneficiary", TODAY));
        assertTrue(files.find(neighbour, family.getFirst(), TODAY).isEmpty(), "not theirs yet");
        assertTrue(handovers.find(neighbour, id).orElseThrow().mine());
        refused(Refusal.DESTINATION, handovers.accept(neighbour, id, 1, Neighbourhood.UPPER_VILLAGE, TODAY));
        refused(Refusal.DESTINATION, handovers.accept(checker, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        done(handovers.accept(neighbour, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        assertEquals(west + 2, place.count(Neighbourhood.WEST, "policy-beneficiary", TODAY));
        assertEquals(westBefore, place.count(Neighbourhood.WEST, "policy-beneficiary", TODAY.minusDays(1)));
        assertTrue(files.find(maker, family.getFirst(), TODAY).isEmpty(), "no longer ours");
        assertEquals(
                Neighbourhood.WEST_VILLAGE,
                files.find(neighbour, family.getFirst(), TODAY)
                        .orElseThrow()
                        .person()
                        .path());
    }

    @Test
    void anotherDivisionsCaseIsNotThere() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        long id = done(cases.declare(maker, recognition(family), TODAY));
        assertTrue(cases.find(neighbour, id).isEmpty());
        refused(Refusal.NOT_FOUND, cases.investigate(neighbour, id, 1, "x", TODAY));
        refused(Refusal.NOT_FOUND, cases.declare(neighbour, recognition(family), TODAY));
        assertTrue(cases.list(neighbour, null, null, true, Long.MAX_VALUE, 1000).stream()
                .noneMatch(one -> one.id() == id));
    }

    @Test
    void aReaderDeclaresNothing() {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        Actor auditor = new Actor(maker.userId(), "审计", Set.of(Role.AUDITOR), maker.scope(), "");
        refused(Refusal.NO_RIGHT, cases.declare(auditor, recognition(family), TODAY));
    }

    @Test
    void ofTwoAtOnceOneIsDoneAndOneIsTold() throws Exception {
        List<Long> family = place.household(Neighbourhood.UPPER_VILLAGE, 1, false);
        long id = done(cases.declare(maker, recognition(family), TODAY));
        Callable<Answer<Long>> step = () -> cases.investigate(maker, id, 1, "同时登记", TODAY);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Answer<Long>> answers = both.invokeAll(List.of(step, step)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertEquals(
                    1, answers.stream().filter(Answer.Done.class::isInstance).count());
            answers.stream()
                    .filter(Answer.Refused.class::isInstance)
                    .forEach(answer -> refused(Refusal.CHANGED_MEANWHILE, answer));
        }
    }

    static Declaration recognition(List<Long> persons) {
        return new Declaration(
                Determination.Kind.RECOGNITION,
                persons,
                StatusKind.INSTANT_HELP,
                "weihai-2020",
                "WH10 §1",
                "收入中断",
                Determination.FoundBy.VISITED,
                TODAY,
                null,
                null,
                null);
    }

    /** To the lower village. */
    static Declaration move(List<Long> persons, LocalDate on) {
        return new Declaration(
                Determination.Kind.MOVE,
                persons,
                null,
                "weihai-2020",
                "WH3 §2b",
                "搬到下村",
                Determination.FoundBy.DECLARED,
                on,
                Neighbourhood.LOWER_VILLAGE,
                null,
                null);
    }

    private static Declaration merge(long kept, long other) {
        return new Declaration(
                Determination.Kind.MERGE,
                List.of(kept),
                null,
                "weihai-2020",
                "WH3 §2b",
                "同一个人",
                Determination.FoundBy.DATA,
                TODAY,
                null,
                other,
                null);
    }

    static Declaration graduation(List<Long> persons, LocalDate on) {
        return new Declaration(
                Determination.Kind.GRADUATION,
                persons,
                StatusKind.POLICY_BENEFICIARY,
                "weihai-2020",
                "WH3 §2b",
                "收入稳定",
                Determination.FoundBy.VISITED,
                on,
                null,
                null,
                null);
    }

    private static Declaration plain(Determination.Kind kind, List<Long> persons, LocalDate on) {
        return new Declaration(
                kind,
                persons,
                null,
                "weihai-2020",
                "WH3 §2b",
                "如实登记",
                Determination.FoundBy.DECLARED,
                on,
                null,
                null,
                null);
    }

    private int version(long id) {
        return cases.find(maker, id).orElseThrow().determination().version();
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

    private static void refused(Refusal reason, Answer<?> outcome) {
        switch (outcome) {
            case Answer.Done<?> done -> fail("done: " + done);
            case Answer.Refused<?> refused -> assertEquals(reason, refused.reason());
        }
    }
}
