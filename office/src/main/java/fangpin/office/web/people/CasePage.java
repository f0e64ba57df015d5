package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.web.Law;
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
 * @param refused why what was asked last was not done; null where nothing was refused
 */
public record CasePage(
        Determinations.Story story,
        Map<Long, String> names,
        @Nullable String destination,
        List<Law> laws,
        List<Attachments.Listed> files,
        Answer.@Nullable Refused<?> refused) {
    /** The case. */
    public Determination said() {
        return story.determination();
    }
}
