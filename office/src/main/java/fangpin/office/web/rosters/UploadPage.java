package fangpin.office.web.rosters;

import fangpin.office.register.Division;
import fangpin.office.register.RosterImport;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Paged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 导入首页: earlier imports, and the form for a new one with what was typed.
 *
 * @param problem words of why the file was not taken; null at first
 */
public record UploadPage(
        Paged<RosterImport> imports,
        List<Division> places,
        String place,
        String status,
        String trueFrom,
        @Nullable String problem) {
    /** All statuses a roster can be of. */
    public List<StatusKind> kinds() {
        return List.of(StatusKind.values());
    }
}
