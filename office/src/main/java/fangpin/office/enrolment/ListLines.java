package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.internal.ListRows;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** 名单明细: the lines of a list, how many of them come out how, and the list as it goes to the insurer. */
@Service
public final class ListLines {
    /** What an insurer gets of a person (WH3 §5.3). */
    public static final List<String> FIELDS = List.of("name", "id-number", "address");

    private final ScopedWork work;
    private final ListRows rows;
    private final ExportPurposes purposes;

    ListLines(ScopedWork work, ListRows rows, ExportPurposes purposes) {
        this.work = work;
        this.rows = rows;
        this.purposes = purposes;
    }

    /** A page of lines, by place and person. */
    public List<ListLine> page(Actor actor, ListQuestion asked) {
        return work.read(actor, () -> rows.page(asked));
    }

    /** How many come out how, by place below the one asked for. */
    public List<ListCount> counts(Actor actor, Enrolment list, String place) {
        return work.read(actor, () -> rows.counts(list.id(), place));
    }

    /** The list for the insurer, in clear; a purpose and a receiver are kept beside the audit. */
    public Answer<List<InsuredLine>> export(
            Actor actor, Enrolment list, Enrolment.Outcome outcome, String purpose, String receiver, Instant now) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            List<InsuredLine> lines = rows.inClear(list.id(), outcome);
            String what = "enrolment/" + list.id() + "/" + outcome.word();
            return purposes.record(
                            actor, new ExportPurposes.Export(what, purpose, receiver, FIELDS, lines.size()), null, now)
                    .map(kept -> lines);
        });
    }
}
