package fangpin.kernel.floor;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Published;
import fangpin.kernel.time.Period;
import java.util.List;

/**
 * 答复 What a pack's own figure says to a floor.
 *
 * @param clauses where the pack says it
 */
public record FloorAnswer(Published published, List<ClauseId> clauses, Content content) {
    public FloorAnswer {
        clauses = List.copyOf(clauses);
    }

    /** The value found. */
    public sealed interface Content {
        /** Amounts in fen, or shares of the whole; at least one. */
        record Amounts(List<Part> parts, Bound bound) implements Content {
            public Amounts {
                parts = List.copyOf(parts);
            }
        }

        /** Groups by name. */
        record Groups(List<Floor.Group> groups) implements Content {
            public Groups {
                groups = List.copyOf(groups);
            }
        }

        /** Days. */
        record Days(Period period) implements Content {}

        /** That there is such a thing. */
        record Present() implements Content {}

        /** Several figures that no single value tells, such as bands. */
        record Several() implements Content {}

        /** Nothing, because a product waits for an open term or an example did not run. */
        record Nothing() implements Content {}
    }

    /**
     * One of several values.
     *
     * @param label grade, person or row it belongs to; empty if there is only one
     */
    public record Part(String label, Fraction amount) {}

    /** Whether a published value is what comes out, or only the least that may. */
    public enum Bound {
        EXACT,
        AT_LEAST,
        ABOVE
    }
}
