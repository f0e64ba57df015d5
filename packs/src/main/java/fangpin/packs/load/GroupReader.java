package fangpin.packs.load;

import fangpin.kernel.provision.AssistanceMeasure;
import fangpin.kernel.provision.TargetGroup;
import fangpin.kernel.provision.TargetGroup.Standing;
import fangpin.kernel.time.Period;
import fangpin.packs.load.ProvisionsReader.Head;
import java.util.List;

/** Reads who is insured, helped or watched, and what they may have. */
final class GroupReader {
    private final Clauses clauses;
    private final List<String> groups;

    /**
     * A reader for one pack.
     *
     * @param groups ids of all its groups
     */
    GroupReader(Clauses clauses, List<String> groups) {
        this.clauses = clauses;
        this.groups = groups;
    }

    TargetGroup group(Cursor item) {
        Head head = Head.of(item, clauses);
        List<Standing> standings = item.field("standings").items().stream()
                .map(standing -> standing.choice(Standing.values()))
                .toList();
        Period period = item.optional("period").map(GroupReader::period).orElse(null);
        String partOf = item.optional("part_of").map(this::known).orElse(null);
        return new TargetGroup(
                head.id(),
                head.name(),
                head.clause(),
                standings,
                period,
                partOf,
                item.optional("conditions")
                        .map(field -> field.items().stream().map(Cursor::text).toList())
                        .orElse(List.of()));
    }

    private static Period period(Cursor field) {
        Period period = Values.openPeriod(field);
        field.done();
        return period;
    }

    AssistanceMeasure measure(Cursor item) {
        Head head = Head.of(item, clauses);
        return new AssistanceMeasure(
                head.id(),
                head.name(),
                head.clause(),
                item.field("groups").items().stream().map(this::known).toList());
    }

    private String known(Cursor group) {
        String id = group.word();
        if (!groups.contains(id)) {
            group.unknownWord(id, groups);
        }
        return id;
    }
}
