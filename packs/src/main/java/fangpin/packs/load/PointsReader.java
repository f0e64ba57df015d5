package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.PointsScheme;
import fangpin.kernel.provision.PointsTable;
import fangpin.packs.load.ProvisionsReader.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how points are earned. The table of items may be an open term: the rest of the scheme then stands without it. */
final class PointsReader {
    private static final int MOST = 1_000_000;

    private final Clauses clauses;

    PointsReader(Clauses clauses) {
        this.clauses = clauses;
    }

    PointsScheme points(Cursor item) {
        Head head = Head.of(item, clauses);
        List<ListedItem> stages = ProvisionsReader.listed(item.field("stages"), head.clause(), clauses);
        List<ListedItem> uses = ProvisionsReader.listed(item.field("uses"), head.clause(), clauses);
        PointsTable table = table(item.field("table"));
        List<String> waitsFor = item.context().takeUnfilled();
        return new PointsScheme(
                head.id(), head.name(), head.clause(), stages, uses, waitsFor, waitsFor.isEmpty() ? table : null);
    }

    private static @Nullable PointsTable table(Cursor field) {
        if (field.absent()) {
            return null;
        }
        List<PointsTable.Item> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Cursor one : field.field("items").items()) {
            PointsTable.Item entry = entry(one);
            if (!entry.id().isEmpty() && !ids.add(entry.id())) {
                ProvisionsReader.twice(one.field("id"), entry.id());
            }
            items.add(entry);
        }
        PointsTable table = new PointsTable(List.copyOf(items), Values.money(field.field("worth")));
        field.done();
        return table;
    }

    private static PointsTable.Item entry(Cursor item) {
        String id = item.field("id").word();
        Text name = item.field("name").text();
        int points = Values.count(item.field("points"), 1, MOST);
        int mostTimes = Values.count(item.field("most_times"), 1, MOST);
        item.done();
        return new PointsTable.Item(id, name, points, mostTimes);
    }
}
