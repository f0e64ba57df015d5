package fangpin.office.enrolment;

import fangpin.kernel.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 应有内容: something a document asks of a contract or of the choice of its insurer, and whether it is there.
 *
 * @param note where it stands, as the clerk wrote it; null while it is missing
 */
public record RequiredItem(
        String checklist,
        Text checklistName,
        String item,
        Text name,
        String clause,
        @Nullable String note,
        @Nullable Long enteredBy,
        @Nullable LocalDate enteredOn) {
    /** Whether it is missing. */
    public boolean missing() {
        return note == null;
    }

    /** Its word among all items. */
    public String id() {
        return checklist + "." + item;
    }
}
