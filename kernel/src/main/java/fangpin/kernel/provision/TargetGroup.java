package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 帮扶对象 A group of people, households or places that a document insures, helps, watches or puts first. Where income decides who
 * belongs to it, a programme classifies (LY36 §6).
 *
 * @param id status word, as files and registers carry it
 * @param standings what the document does for the group
 * @param period days for which the document says so; null if it names none
 * @param partOf the group of this pack that it is a class of, or null
 * @param conditions what a person must judge; empty if the status alone decides
 */
public record TargetGroup(
        String id,
        Text name,
        ClauseId clause,
        List<Standing> standings,
        @Nullable Period period,
        @Nullable String partOf,
        List<Text> conditions)
        implements Provision {

    /** What a document does for a group. */
    public enum Standing {
        /** 参保 */
        INSURED,
        /** 帮扶 */
        HELPED,
        /** 监测 */
        MONITORED,
        /** 重点 */
        KEY
    }
}
