package fangpin.office.claims.internal;

import fangpin.office.claims.Claim;
import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What claims add to a person's page: each accident that was reported, and what was decided. */
@Component
class ClaimTimeline implements TimelineSource {
    private final ClaimRows rows;

    ClaimTimeline(ClaimRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TimelineEvent> eventsOf(long personId) {
        List<TimelineEvent> events = new ArrayList<>();
        for (Claim claim : rows.ofPerson(personId)) {
            String kind = Claim.word(claim.kind());
            String address = "/claims/" + claim.id();
            events.add(new TimelineEvent(
                    claim.reportedOn(), "claims.event.reported-" + kind, List.of(), "WH3 §5.3", null, address));
            if (claim.decidedOn() != null && claim.stage() != Claim.Stage.WITHDRAWN) {
                Long benefit = claim.benefitFen();
                events.add(new TimelineEvent(
                        claim.decidedOn(),
                        benefit == null ? "claims.event.refused-" + kind : "claims.event.approved-" + kind,
                        List.of(),
                        "WH3 §3.2",
                        benefit,
                        address));
            }
        }
        return events;
    }
}
