package fangpin.office.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 减保名单一行: whom an insurer no longer covers by a product, and nothing of why; in clear, so never on a screen.
 *
 * @param validTo first day without cover; null where it never held
 */
public record EndedLine(
        long personId,
        String name,
        String idNumber,
        String address,
        String product,
        @Nullable LocalDate validTo) {
    @Override
    public String toString() {
        return "EndedLine " + personId;
    }
}
