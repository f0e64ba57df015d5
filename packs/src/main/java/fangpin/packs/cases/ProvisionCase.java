package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.packs.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 案例 One worked case of a provision: a time limit, a negative list, a gate, a group, a target, who pays first.
 *
 * @param provision id of the provision
 * @param readings taken otherwise than the pack does, choice by reading id
 * @param fill file that closes open terms for this case, within the pack's folder
 */
public record ProvisionCase(
        String id,
        Text name,
        String provision,
        List<ClauseId> clauses,
        SortedMap<String, String> readings,
        @Nullable String fill,
        Text origin,
        Place place,
        List<Row> rows) {
    /**
     * One row.
     *
     * @param number from 1
     * @param given cells by column, blank ones left out
     * @param answer what must come of it
     */
    public record Row(int number, Place place, Map<String, String> given, String answer) {}
}
