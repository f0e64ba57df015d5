package fangpin.office.web.law;

import fangpin.office.access.Right;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of the policy library waits for somebody: proposals to approve. */
@Component
class PolicyWork implements WorkSource {
    private final Adoptions adoptions;
    private final PolicyLibrary library;

    PolicyWork(Adoptions adoptions, PolicyLibrary library) {
        this.adoptions = adoptions;
        this.library = library;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.POLICY_APPROVE)) {
            return List.of();
        }
        return adoptions.waiting(desk.actor()).stream()
                .filter(one -> one.proposedBy() != desk.actor().userId())
                .limit(most)
                .flatMap(one -> library.pack(one.pack()).stream()
                        .map(pack -> new Work(
                                "policy.work.approve",
                                List.of(),
                                Show.to(desk).text(pack.title()),
                                "",
                                null,
                                "/policies/adoptions/" + one.id())))
                .toList();
    }
}
