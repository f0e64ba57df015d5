package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.packs.yaml.Place;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 案例 One worked case of a pack: what comes in, what must come out, and where the figures come from.
 *
 * @param name what the case shows
 * @param product id of the product or programme it runs through
 * @param clauses whose words it works out
 * @param readings taken otherwise than the pack does, choice by reading id
 * @param fill file that closes open terms for this case, within the pack's folder or the sample fills
 * @param origin who worked the figures out, or which document prints them
 */
public record PackCase(
        String id,
        Text name,
        String product,
        List<ClauseId> clauses,
        SortedMap<String, String> readings,
        @Nullable String fill,
        Text origin,
        Place place,
        Work work) {

    /** What a case works out. */
    public sealed interface Work {
        /** How many rows its table has. */
        int size();
    }

    /**
     * Bills or claims, settled in order.
     *
     * @param members null if the one person is covered for the whole period
     */
    public record Settling(@Nullable List<MemberSpell> members, List<CaseRow> rows) implements Work {
        @Override
        public int size() {
            return rows.size();
        }
    }

    /** A programme worked out, each row for itself. */
    public record Granting(List<CaseRow> rows) implements Work {
        @Override
        public int size() {
            return rows.size();
        }
    }

    /** What cover costs a person. */
    public record Premiums(List<PremiumRow> rows) implements Work {
        @Override
        public int size() {
            return rows.size();
        }
    }
}
