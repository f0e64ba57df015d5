package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 底线 What the documents of a level ask of every pack below it (SD §4: lowest premium, lowest benefits).
 *
 * @param scope which of several published values must meet it (reading R6)
 * @param per what the value is counted for; null where nothing is counted
 * @param clauses where it is asked for, the clause of its figure first
 * @param waiver what may excuse a breach, if anything does
 * @param readings ids of the readings that shaped it
 */
public record Floor(
        String id,
        FloorQuantity quantity,
        Demand demand,
        Scope scope,
        @Nullable CountedFor per,
        List<ClauseId> clauses,
        Hardness hardness,
        @Nullable Waiver waiver,
        List<String> readings) {
    public Floor {
        clauses = List.copyOf(clauses);
        readings = List.copyOf(readings);
    }

    /** What is asked. Amounts are fen, shares are of the whole. */
    public sealed interface Demand {
        /** 不低于. */
        record AtLeast(Fraction least) implements Demand {}

        /** 不高于. */
        record AtMost(Fraction most) implements Demand {}

        /** 左右: no tolerance is stated, so a difference is reported and never more than a soft deviation. */
        record About(Fraction aim) implements Demand {}

        /** 杜绝. */
        record NoneOf(List<Fraction> excluded) implements Demand {
            public NoneOf {
                excluded = List.copyOf(excluded);
            }
        }

        /** 包括这些对象. */
        record Includes(List<Group> groups) implements Demand {
            public Includes {
                groups = List.copyOf(groups);
            }
        }

        /** 包括这段时间. */
        record Spans(Period period) implements Demand {}

        /** 要有. */
        record Exists() implements Demand {}
    }

    /** Which of several values, such as those of ten disability grades, must meet the floor. */
    public enum Scope {
        EVERY,
        HIGHEST
    }

    /** Whether the words bind, or state what is wanted in principle (原则上). */
    public enum Hardness {
        HARD,
        SOFT
    }

    /** A group of persons by its word in members files. */
    public record Group(String word, Text name) {}

    /**
     * 调剂 Premiums may be shifted between products (SD §5): what is raised over these floors together must reach what they ask together.
     *
     * @param between ids of floors, at least-floors of amounts counted for the same thing
     */
    public record Waiver(List<String> between, ClauseId clause) {
        public Waiver {
            between = List.copyOf(between);
        }
    }
}
