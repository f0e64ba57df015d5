package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import fangpin.packs.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 资金案例 One worked case about public money: what is stated of each division, and what comes of it.
 *
 * @param name what the case shows
 * @param clauses whose words it works out
 * @param readings taken otherwise than the pack does, choice by reading id
 * @param fill file that closes open terms for this case, within the pack's folder
 * @param origin who worked the figures out, or which document prints them
 */
public record FundCase(
        String id,
        Text name,
        List<ClauseId> clauses,
        SortedMap<String, String> readings,
        @Nullable String fill,
        Text origin,
        Place place,
        Work work,
        List<Row> rows) {
    /** A row that states nothing and expects the sums over all divisions. */
    public static final String TOTAL = "total";

    /** What a case works out. */
    public sealed interface Work {
        /** Id of the scheme or of the premium funding. */
        String id();
    }

    /** A scheme's money, split. */
    public record Splitting(String id) implements Work {}

    /**
     * A premium and who pays it.
     *
     * @param carryOver surplus of the period before
     */
    public record Funding(String id, Fen carryOver) implements Work {}

    /**
     * One division.
     *
     * @param number from 1
     * @param division code, or {@link #TOTAL}
     * @param given cells by measure, as written; empty cells left out
     */
    public record Row(int number, Place place, String division, Map<String, String> given, List<Cell> expected) {}

    /** One cell after the {@code =}: what must come out, as the case writes it. */
    public record Cell(Place place, String column, String text) {}
}
