package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.web.Law;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 事项页.
 *
 * @param files of the case, for who may read them
 * @param names of the accounts that took part
 * @param destination for a move: the whole name of the village it goes to; null otherwise
 * @param laws the clause it rests on
 * @param typed what was typed into the form that was sent back
 * @param refused why what was asked last was not done; null where nothing was refused
 */
public record CasePage(
        Determinations.Story story,
        Map<Long, String> names,
        @Nullable String destination,
        List<Law> laws,
        List<Attachments.Listed> files,
        Typed typed,
        Answer.@Nullable Refused<?> refused) {
    /** What stands in the form that asks for one of these steps: what was typed if it was that one, else nothing. */
    public Typed typedFor(String... steps) {
        return List.of(steps).contains(typed.in("step")) ? typed : Typed.none();
    }

    /** The case. */
    public Determination said() {
        return story.determination();
    }
}
