package fangpin.office.web.people;

import fangpin.office.access.Right;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Handover;
import fangpin.office.register.Handovers;
import fangpin.office.register.OpenFirst;
import fangpin.office.register.PublicNotices;
import fangpin.office.register.Reviews;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the register waits for somebody: cases at their next step, hand-overs to take, reviews to finish, rosters to
 * accept, objections to answer. */
@Component
class RegisterWork implements WorkSource {
    /** The documents name no time for a step of a case; what lies longer than this is called late. */
    private static final int STEP_DAYS = 15;

    private static final int LOOKED = 200;

    private final Determinations determinations;
    private final Handovers handovers;
    private final Reviews reviews;
    private final RosterImports rosters;
    private final PublicNotices notices;

    RegisterWork(
            Determinations determinations,
            Handovers handovers,
            Reviews reviews,
            RosterImports rosters,
            PublicNotices notices) {
        this.determinations = determinations;
        this.handovers = handovers;
        this.reviews = reviews;
        this.rosters = rosters;
        this.notices = notices;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        List<Work> work = new ArrayList<>();
        if (!desk.actor().may(Right.REGISTER_WRITE)) {
            return work;
        }
        for (Determination one : oldestFor(desk, most)) {
            work.add(ofCase(desk, one));
        }
        for (Handover one : handovers.list(desk.actor(), OpenFirst.START, most)) {
            if (one.stage() == Handover.Stage.PROPOSED
                    && one.mine()
                    && desk.actor().may(Right.REGISTER_APPROVE)) {
                work.add(new Work(
                        "register.work.handover",
                        List.of(one.fromPlace()),
                        one.householdNumber(),
                        "LS §6.1",
                        one.proposedOn().plusDays(STEP_DAYS),
                        "/handovers/" + one.id()));
            }
        }
        for (Reviews.Campaign one : reviews.list(desk.actor())) {
            long left = one.households() - one.done();
            if (left > 0 && one.closedOn() == null) {
                work.add(new Work(
                        "register.work.review",
                        List.of(String.valueOf(one.year()), left),
                        one.place(),
                        one.clause(),
                        one.dueOn(),
                        "/reviews/" + one.id()));
            }
        }
        for (RosterImport one : rosters.waiting(desk.actor(), most)) {
            work.add(new Work(
                    "register.work.roster",
                    List.of(one.statusKind(), (long) one.counts().read()),
                    one.fileName(),
                    one.clause(),
                    null,
                    "/rosters/" + one.id()));
        }
        for (PublicNotices.OpenObjection one : notices.waiting(desk.actor(), most)) {
            work.add(new Work(
                    "register.work.objection",
                    List.of(),
                    one.village(),
                    one.clause(),
                    one.receivedOn().plusDays(STEP_DAYS),
                    "/notices/" + one.notice()));
        }
        return work;
    }

    /** Those that wait for this reader, the oldest first: a busy county's newest must not hide what is overdue. */
    private List<Determination> oldestFor(Desk desk, int most) {
        List<Determination> found = new ArrayList<>();
        List<Determination> looked = determinations.open(desk.actor(), 0, LOOKED);
        while (!looked.isEmpty() && found.size() < most) {
            looked.stream()
                    .filter(one -> isFor(desk, one))
                    .limit(most - found.size())
                    .forEach(found::add);
            looked = looked.size() < LOOKED
                    ? List.of()
                    : determinations.open(desk.actor(), looked.getLast().id(), LOOKED);
        }
        return found;
    }

    /** Whether the next step is one this reader may take: the next but one is a colleague's. */
    private static boolean isFor(Desk desk, Determination one) {
        boolean approving = one.next() == Determination.Stage.RECOGNISED || one.next() == Determination.Stage.FILED;
        if (one.stage() == Determination.Stage.NOTICED
                && one.noticeTo() != null
                && desk.today().isBefore(one.noticeTo())) {
            return false;
        }
        return approving
                ? desk.actor().may(Right.REGISTER_APPROVE)
                        && one.enteredBy() != desk.actor().userId()
                : true;
    }

    private static Work ofCase(Desk desk, Determination one) {
        Show show = Show.to(desk);
        String about =
                one.members().stream().map(member -> show.name(member.name())).collect(Collectors.joining("、"));
        return new Work(
                "register.work." + Determination.word(one.next()),
                List.of(one.kind()),
                about + " " + one.householdNumber(),
                one.clause(),
                due(one),
                "/determinations/" + one.id());
    }

    private static @Nullable LocalDate due(Determination one) {
        LocalDate since = one.noticeTo() == null ? one.declaredOn() : one.noticeTo();
        return since.plusDays(STEP_DAYS);
    }
}
