package fangpin.office.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 身份信息更正前后: what was recorded and what is right, with the numbers masked.
 *
 * @param otherNumber whether the number is another: two may look the same when they are masked
 */
public record IdentityChange(long person, IdentityPaper paper, Shown was, Shown right, boolean otherNumber) {
    /**
     * 身份信息, as a page shows it.
     *
     * @param maskedId empty for none
     */
    public record Shown(
            String name, String maskedId, int sex, @Nullable LocalDate bornOn) {}
}
