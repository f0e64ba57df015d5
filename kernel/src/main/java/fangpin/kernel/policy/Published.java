package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 公布的标准 Which of a pack's own figures answers a quantity that floors speak about. It points at the rule, so that no number stands
 * twice. A quantity may have several answers.
 *
 * @param per what the figure is counted for; null where nothing is counted
 * @param readings ids of the readings that bear on the answer
 */
public record Published(FloorQuantity quantity, @Nullable CountedFor per, Source source, List<String> readings) {
    public Published {
        readings = List.copyOf(readings);
    }

    /** Where the answer comes from. */
    public sealed interface Source {
        /** A product's premium. */
        record PremiumOf(String product) implements Source {}

        /** The figure that a product's step holds: a limit, a fixed amount, a grade schedule, a share. */
        record StepOf(String product, String step) implements Source {}

        /** The groups that a product insures. */
        record InsuredBy(String product) implements Source {}

        /** The days that a product covers. */
        record PeriodOf(String product, ClauseId clause) implements Source {}

        /** That there is a product. */
        record CoverOf(String product) implements Source {}

        /** That a clause says so, where the pack has no rule for it. */
        record Stated(ClauseId clause) implements Source {}

        /** Groups that a clause names, where the pack has no rule for them. */
        record GroupsStated(List<Floor.Group> groups, ClauseId clause) implements Source {
            public GroupsStated {
                groups = List.copyOf(groups);
            }
        }

        /** An amount that a clause gives for a number of persons: 541,700 yuan for 2,381 (LC §2.1). */
        record Quotient(Fen amount, long count, ClauseId clause) implements Source {}

        /** What a worked case of the pack ends at. */
        record Example(String caseId, ClauseId clause) implements Source {}
    }
}
