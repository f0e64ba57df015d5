package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 积分制 How points are earned and what they are good for (LC §3.1). The table of items is often another's to set.
 *
 * @param stages that every round of points goes through, in order
 * @param uses what points are good for
 * @param waitsFor ids of the open terms that must be filled before anything can be counted; empty once they are
 * @param table null while it waits
 */
public record PointsScheme(
        String id,
        Text name,
        ClauseId clause,
        List<ListedItem> stages,
        List<ListedItem> uses,
        List<String> waitsFor,
        @Nullable PointsTable table)
        implements Provision {
    /**
     * The stage that comes next.
     *
     * @param done ids of the stages done, in any order
     * @return empty once all are done
     */
    public Optional<ListedItem> nextStage(List<String> done) {
        return stages.stream().filter(stage -> !done.contains(stage.id())).findFirst();
    }
}
