package fangpin.office.register.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.register.Basis;
import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.Determination.Stage;
import fangpin.office.register.Identity;
import fangpin.office.register.IdentityCorrection;
import fangpin.office.register.Notice;
import fangpin.office.register.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may happen to a case, in the order the reasons are tried. */
@Component
public final class CaseRules {
    private final Cases cases;
    private final CaseFacts facts;
    private final Effects effects;
    private final Notices notices;
    private final Identities identities;

    CaseRules(Cases cases, CaseFacts facts, Effects effects, Notices notices, Identities identities) {
        this.cases = cases;
        this.facts = facts;
        this.effects = effects;
        this.notices = notices;
        this.identities = identities;
    }

    /** Begins a case unless something speaks against it. */
    public Answer<Long> declare(Actor actor, Declaration said, LocalDate today) {
        if (said.persons().isEmpty()) {
            return Answer.refused(Refusal.NO_PERSON);
        }
        if (said.reason().isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        Optional<CaseFacts.Home> home = facts.homeOf(said.persons());
        if (home.isEmpty()) {
            return Answer.refused(Refusal.NOT_FOUND);
        }
        Refusal against = against(said, home.get(), today);
        if (against != null) {
            return Answer.refused(against);
        }
        if (cases.isUnderWay(touched(said.persons(), said.otherPersonId()), said.kind())) {
            return Answer.refused(Refusal.ALREADY_UNDER_WAY);
        }
        Declaration whole = said.kind() == Determination.Kind.MOVE
                ? said.of(facts.everybodyOf(home.get().householdId()))
                : said;
        return Answer.done(cases.add(whole, home.get().householdId(), home.get().path(), actor.userId(), today));
    }

    private static List<Long> touched(List<Long> persons, @Nullable Long other) {
        return Stream.concat(persons.stream(), Stream.ofNullable(other)).toList();
    }

    private @Nullable Refusal against(Declaration said, CaseFacts.Home home, LocalDate today) {
        return switch (said.kind()) {
            case RECOGNITION -> recognition(said);
            case GRADUATION -> graduation(said);
            case DEATH -> death(said, today);
            case MOVE -> move(said, home, today);
            case MERGE -> merge(said);
            case SPLIT -> facts.membersOf(home.householdId()) <= said.persons().size() ? Refusal.NO_PERSON : null;
            case CORRECTION -> correction(said);
            // says nothing of what is right: such a case begins by correctIdentity
            case IDENTITY -> Refusal.NOTHING_CHANGES;
        };
    }

    /** Begins the correction of a person's name, number, sex or birthday unless something speaks against it. */
    public Answer<Long> correctIdentity(Actor actor, IdentityCorrection said, LocalDate today) {
        if (said.reason().isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        Optional<Identities.Held> held = identities.hold(said.person());
        List<Long> persons = List.of(said.person());
        Optional<CaseFacts.Home> home = facts.homeOf(persons);
        if (held.isEmpty() || home.isEmpty()) {
            return Answer.refused(Refusal.NOT_FOUND);
        }
        if (held.get().version() != said.version()) {
            return Answer.refused(Refusal.CHANGED_MEANWHILE);
        }
        if (cases.isUnderWay(persons, Determination.Kind.IDENTITY)) {
            return Answer.refused(Refusal.ALREADY_UNDER_WAY);
        }
        Identity was = held.get().identity();
        return said.appliedTo(was, today)
                .then(right -> free(was, right))
                .map(right -> add(actor, said, home.get(), new Identities.Sides(was, right), today));
    }

    private long add(
            Actor actor, IdentityCorrection said, CaseFacts.Home home, Identities.Sides sides, LocalDate today) {
        Basis basis = Basis.of(home.path(), null);
        Declaration declared = new Declaration(
                Determination.Kind.IDENTITY,
                List.of(said.person()),
                null,
                basis.pack(),
                basis.clause(),
                said.reason().strip(),
                Determination.FoundBy.DATA,
                trueFrom(said, sides.right(), today),
                null,
                null,
                null);
        long id = cases.add(declared, home.householdId(), home.path(), actor.userId(), today);
        identities.add(id, home.path(), said.paper(), sides.was(), sides.right());
        return id;
    }

    /** What was entered wrongly was wrong from the first day of the record on. */
    private LocalDate trueFrom(IdentityCorrection said, Identity right, LocalDate today) {
        if (said.changedOn() != null) {
            return said.changedOn();
        }
        return identities
                .since(said.person())
                .or(() -> Optional.ofNullable(right.bornOn()))
                .orElse(today);
    }

    /** A number is one person's; whose it is elsewhere is not told. */
    private Answer<Identity> free(Identity was, Identity right) {
        String number = right.idNumber();
        if (number == null || number.equals(was.idNumber())) {
            return Answer.done(right);
        }
        return identities
                .placeOfHolder(number)
                .map(place -> Answer.<Identity>refused(Refusal.NUMBER_HELD, place))
                .orElseGet(() -> Answer.done(right));
    }

    /** What a case says is right, if the person still is on record as she was when it was declared. */
    private Answer<Identity> stillFits(Determination said) {
        Identities.Sides sides = identities.sides(said.id());
        Optional<Identities.Held> held =
                identities.hold(said.members().getFirst().personId());
        return held.isEmpty() || !held.get().identity().equals(sides.was())
                ? Answer.refused(Refusal.CHANGED_MEANWHILE)
                : free(sides.was(), sides.right());
    }

    /** What somebody should have had while alive is a correction: a status that begins now would never end. */
    private @Nullable Refusal recognition(Declaration said) {
        if (facts.anyDied(said.persons())) {
            return Refusal.DIED;
        }
        return facts.holdsAny(said.persons(), Objects.requireNonNull(said.statusKind()), said.effectiveOn())
                ? Refusal.ALREADY_HOLDS
                : null;
    }

    private @Nullable Refusal death(Declaration said, LocalDate today) {
        if (said.effectiveOn().isAfter(today)) {
            return Refusal.DATE_IN_FUTURE;
        }
        return facts.anyDied(said.persons()) ? Refusal.DIED : null;
    }

    private @Nullable Refusal move(Declaration said, CaseFacts.Home home, LocalDate today) {
        if (said.toPath() == null || said.toPath().equals(home.path()) || !facts.isVillage(said.toPath())) {
            return Refusal.DESTINATION;
        }
        if (said.effectiveOn().isAfter(today)) {
            return Refusal.DATE_IN_FUTURE;
        }
        return facts.isUnderWay(home.householdId()) ? Refusal.HOUSEHOLD_CASE_OPEN : null;
    }

    private @Nullable Refusal graduation(Declaration said) {
        if (!facts.holdAll(said.persons(), Objects.requireNonNull(said.statusKind()), said.effectiveOn())) {
            return Refusal.DOES_NOT_HOLD;
        }
        return null;
    }

    private @Nullable Refusal merge(Declaration said) {
        Long other = said.otherPersonId();
        if (other == null || facts.homeOf(List.of(other)).isEmpty()) {
            return Refusal.NOT_FOUND;
        }
        return said.persons().size() != 1 || said.persons().contains(other) ? Refusal.MERGE_WITH_SELF : null;
    }

    private @Nullable Refusal correction(Declaration said) {
        Declaration.CorrectedSpell spell = said.spell();
        if (spell == null || said.persons().size() != 1) {
            return Refusal.NOT_FOUND;
        }
        if (!facts.isCurrentSpell(spell.spellId(), said.persons().getFirst())) {
            return Refusal.NOT_FOUND;
        }
        if (facts.overlapsAnother(spell.spellId(), spell.from(), spell.to())) {
            return Refusal.OVERLAP;
        }
        return null;
    }

    /** Shows a recognised case to the public. */
    public Answer<Long> publish(Actor actor, long id, int version, int days, String place, LocalDate today) {
        Optional<Determination> found = cases.hold(id);
        Refusal against = common(found, version, Stage.NOTICED);
        if (against != null) {
            return Answer.refused(against);
        }
        if (days < Notice.FEWEST_DAYS || days > Notice.MOST_DAYS) {
            return Answer.refused(Refusal.NOTICE_DAYS, Notice.FEWEST_DAYS, Notice.MOST_DAYS);
        }
        Determination said = found.orElseThrow();
        cases.advance(said, Stage.NOTICED, place, null, actor.userId(), today);
        cases.show(id, today, today.plusDays(days));
        return Answer.done(notices.add(said, place, today, today.plusDays(days), actor.userId()));
    }

    /** Moves a case on. */
    public Answer<Long> advance(Actor actor, long id, int version, Stage stage, String note, LocalDate today) {
        Optional<Determination> found = cases.hold(id);
        Refusal against = common(found, version, stage);
        if (against != null) {
            return Answer.refused(against);
        }
        Determination said = found.orElseThrow();
        if (approves(stage) && said.enteredBy() == actor.userId()) {
            return Answer.refused(Refusal.SAME_PERSON);
        }
        if ((stage == Stage.REFUSED || stage == Stage.WITHDRAWN) && note.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        if (stage == Stage.FILED && said.kind().isPublished()) {
            if (said.noticeTo() == null || today.isBefore(said.noticeTo())) {
                return Answer.refused(Refusal.NOTICE_RUNNING, String.valueOf(said.noticeTo()));
            }
            if (notices.hasOpenObjection(id)) {
                return Answer.refused(Refusal.OPEN_OBJECTION);
            }
        }
        if (stage == Stage.FILED && changedSince(said)) {
            return Answer.refused(Refusal.CHANGED_MEANWHILE);
        }
        if (stage == Stage.FILED && said.kind() == Determination.Kind.IDENTITY) {
            return stillFits(said).map(right -> moveOn(actor, said, stage, note, today));
        }
        return Answer.done(moveOn(actor, said, stage, note, today));
    }

    private long moveOn(Actor actor, Determination said, Stage stage, String note, LocalDate today) {
        boolean approves = approves(stage);
        cases.advance(said, stage, note, approves ? actor.userId() : null, actor.userId(), today);
        if (stage == Stage.FILED) {
            effects.carryOut(said, actor.userId());
        }
        return said.id();
    }

    private static boolean approves(Stage stage) {
        return stage == Stage.RECOGNISED || stage == Stage.FILED || stage == Stage.REFUSED;
    }

    /** The facts a case rested on when it was declared may have changed until it is filed. */
    private boolean changedSince(Determination said) {
        List<Long> persons =
                said.members().stream().map(Determination.Member::personId).toList();
        return switch (said.kind()) {
            case RECOGNITION ->
                facts.anyDied(persons)
                        || facts.holdsAny(persons, Objects.requireNonNull(said.statusKind()), said.effectiveOn());
            case GRADUATION -> !facts.holdAll(persons, Objects.requireNonNull(said.statusKind()), said.effectiveOn());
            case CORRECTION -> !facts.isCurrentSpell(Objects.requireNonNull(said.spellId()), persons.getFirst());
            case MERGE -> facts.anyMerged(touched(persons, said.otherPersonId()));
            case DEATH -> facts.anyDied(persons);
            case MOVE, SPLIT, IDENTITY -> false;
        };
    }

    private static @Nullable Refusal common(Optional<Determination> found, int version, Stage stage) {
        if (found.isEmpty()) {
            return Refusal.NOT_FOUND;
        }
        Determination said = found.get();
        if (said.version() != version) {
            return Refusal.CHANGED_MEANWHILE;
        }
        boolean ends = stage == Stage.REFUSED || stage == Stage.WITHDRAWN;
        if (said.stage().isClosed() || (!ends && said.next() != stage)) {
            return Refusal.WRONG_STAGE;
        }
        return null;
    }
}
