package fangpin.office.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 身份信息: who a person is on paper, in clear.
 *
 * @param idNumber null for a person without one
 * @param sex GB/T 2261.1
 * @param bornOn null when it is not known
 */
public record Identity(
        String name,
        @Nullable String idNumber,
        int sex,
        @Nullable LocalDate bornOn) {
    /** The same person with this number. */
    Identity with(String number) {
        return new Identity(name, number, sex, bornOn);
    }

    /** Never in clear. */
    @Override
    public String toString() {
        return "Identity";
    }
}
