package fangpin.office.claims;

import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.ClaimPeople;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.ClaimRules;
import fangpin.office.claims.internal.PaperRows;
import fangpin.office.claims.internal.ReportRows;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 报案 (WH3 §5.3): by phone, at an outlet, by the village helper or at a counter; the family is told at once what to bring. */
@Service
public final class LossReports {
    private final ScopedWork work;
    private final ClaimPeople people;
    private final Covers covers;
    private final ClaimRules rules;
    private final ReportRows incoming;
    private final ClaimRows rows;
    private final PaperRows papers;
    private final ClaimSettings settings;
    private final Audit audit;

    LossReports(
            ScopedWork work,
            ClaimPeople people,
            Covers covers,
            ClaimRules rules,
            ReportRows incoming,
            ClaimRows rows,
            PaperRows papers,
            ClaimSettings settings,
            Audit audit) {
        this.work = work;
        this.people = people;
        this.covers = covers;
        this.rules = rules;
        this.incoming = incoming;
        this.rows = rows;
        this.papers = papers;
        this.settings = settings;
        this.audit = audit;
    }

    /** Whom a report can be about. */
    public record Found(Covers.Insured person, String maskedId, List<Held> covers) {
        public Found {
            covers = List.copyOf(covers);
        }

        /** The causes that his covers know, the listed ones first. */
        public List<String> causes() {
            return covers.stream()
                    .flatMap(held -> held.causes().stream())
                    .distinct()
                    .toList();
        }
    }

    /** A cover that pays claims, with its insurer's name and the causes it knows. */
    public record Held(Cover cover, String insurer, List<String> causes) {}

    /** The insured person of an ID number; each look is recorded, found or not. */
    public Answer<Found> withIdNumber(Actor actor, String idNumber) {
        if (!actor.may(Right.CLAIM_REPORT)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        Answer<Found> found = work.read(
                actor,
                () -> covers.insuredWith(actor, idNumber)
                        .filter(person -> actor.scope().holds(person.path()))
                        .map(person -> found(actor, person))
                        .orElseGet(() -> Answer.refused(ClaimRefusal.UNKNOWN_PERSON)));
        String person = switch (found) {
            case Answer.Done<Found>(Found one) -> Long.toString(one.person().personId());
            case Answer.Refused<Found> refused -> "none";
        };
        audit.recordApart(actor, AuditAction.COVER_ASKED, "person/" + person, Map.of());
        return found;
    }

    /** The insured person of a record of one's own division. */
    public Answer<Found> withRecord(Actor actor, long id) {
        if (!actor.may(Right.CLAIM_REPORT)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        return work.read(
                actor,
                () -> people.person(id)
                        .map(person -> found(actor, person))
                        .orElseGet(() -> Answer.refused(ClaimRefusal.UNKNOWN_PERSON)));
    }

    private Answer<Found> found(Actor actor, Covers.Insured person) {
        List<Held> held = people.covers(actor, person.personId()).stream()
                .flatMap(one -> rules
                        .inUse(actor, one.cover().pack(), one.cover().product())
                        .stream()
                        .map(used -> new Held(one.cover(), one.insurer(), Causes.of(used.product()))))
                .toList();
        return held.isEmpty()
                ? Answer.refused(ClaimRefusal.UNKNOWN_PERSON)
                : Answer.done(new Found(person, people.maskedId(person.personId()), held));
    }

    /** Keeps a report as a claim, with the list of papers that the family is told now. */
    public Answer<Long> report(Actor actor, LossReport said, LocalDate today) {
        if (!actor.may(Right.CLAIM_REPORT)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        if (said.reporter().isBlank()
                || said.circumstances().isBlank()
                || said.place().isBlank()) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        LocalDate died = said.diedOn();
        boolean death = said.kind() == Claim.Kind.DEATH;
        if (said.happenedOn().isAfter(today)
                || death != (died != null)
                || (died != null && (died.isBefore(said.happenedOn()) || died.isAfter(today)))) {
            return Answer.refused(ClaimRefusal.BAD_DATE);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> people.person(said.personId())
                        .map(person -> covered(actor, person, said))
                        .orElseGet(() -> Answer.refused(ClaimRefusal.UNKNOWN_PERSON))
                        .map(covered -> keep(actor, covered, said, by)));
    }

    /** The first cover by which the accident is paid; when there is none, the nearest reason why. */
    private Answer<ClaimPeople.Covered> covered(Actor actor, Covers.Insured person, LossReport said) {
        Answer<ClaimPeople.Covered> hindrance = Answer.refused(ClaimRefusal.UNKNOWN_PERSON);
        for (ClaimPeople.Insured one : people.covers(actor, person.personId())) {
            Cover cover = one.cover();
            Optional<ClaimRules.Rules> used = rules.inUse(actor, cover.pack(), cover.product());
            if (used.isEmpty()) {
                continue;
            }
            Product product = used.get().product();
            if (!Causes.of(product).contains(said.cause())) {
                hindrance = Answer.refused(ClaimRefusal.MISSING_FIELD);
            } else if (!cover.covers(said.happenedOn()) || !product.period().contains(said.happenedOn())) {
                hindrance = Answer.refused(ClaimRefusal.NOT_COVERED, said.happenedOn());
            } else {
                return Answer.done(new ClaimPeople.Covered(person, cover, one.insurerId(), one.insurer(), used.get()));
            }
        }
        return hindrance;
    }

    private long keep(Actor actor, ClaimPeople.Covered covered, LossReport said, ClaimRows.By by) {
        String path = covered.person().path();
        Optional<Long> same =
                said.another() ? Optional.empty() : incoming.accidentOf(said.personId(), said.happenedOn());
        long accident = same.orElseGet(() -> incoming.insertAccident(path, covered.insurerId(), said));
        LocalDate limit = said.happenedOn().plusYears(settings.value(path, ClaimSetting.CLAIM_YEARS));
        long id = incoming.insert(covered, accident, said, limit, by);
        boolean listed = Causes.listed(covered.rules().product()).contains(said.cause());
        papers.tell(id, PaperKind.of(said.kind(), listed, said.thirdParty()), 1, by);
        rows.step(rows.find(id).orElseThrow(), "reported", "", by);
        audit.record(
                actor,
                AuditAction.ENTERED,
                Claim.subject(id),
                Map.of(
                        "kind",
                        Claim.word(said.kind()),
                        "product",
                        covered.cover().product()));
        return id;
    }
}
