package fangpin.office.web.people;

import fangpin.office.register.IdentityCorrection;
import fangpin.office.register.IdentityPaper;
import fangpin.office.register.PersonFile;
import fangpin.office.web.TypedDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 更正身份信息表: as it was filled in, but for the ID number, which is typed again. Left empty a field stays as it is; a hyphen takes a
 * number away.
 *
 * @param version of the record the clerk saw
 * @param since whether it was entered wrongly or has become another
 * @param changedOn first day of what is right, where it has become another
 */
public record IdentityForm(
        int version,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable Integer sex,
        @Nullable String bornOn,
        @Nullable Since since,
        @Nullable String changedOn,
        @Nullable IdentityPaper paper,
        @Nullable String reason) {
    /** 从何时起 */
    public enum Since {
        /** 登记有误，一直应当如此 */
        ALWAYS,
        /** 后来改名、换号 */
        CHANGED
    }

    static IdentityForm of(PersonFile file) {
        return new IdentityForm(
                file.version(), file.person().name(), "", null, "", Since.ALWAYS, "", IdentityPaper.ID_CARD, "");
    }

    /** The fields that cannot be taken as they are; each has its words under {@code register.wrong.}. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (!isEmpty(bornOn) && TypedDay.of(bornOn).isEmpty()) {
            wrong.add("born-on");
        }
        if (since == Since.CHANGED && TypedDay.of(changedOn).isEmpty()) {
            wrong.add("changed-on");
        }
        if (paper == null) {
            wrong.add("paper");
        }
        if (isEmpty(reason)) {
            wrong.add("reason");
        }
        return wrong;
    }

    /** What the form says of a person, once nothing of it is wrong. */
    IdentityCorrection correction(long person) {
        return new IdentityCorrection(
                person,
                version,
                isEmpty(name) ? null : name,
                number(),
                sex,
                TypedDay.of(bornOn).orElse(null),
                since == Since.CHANGED ? TypedDay.of(changedOn).orElse(null) : null,
                paper == null ? IdentityPaper.OTHER : paper,
                reason == null ? "" : reason.strip());
    }

    private @Nullable String number() {
        if (idNumber == null || idNumber.isBlank()) {
            return null;
        }
        return idNumber.strip().equals("-") ? "" : idNumber;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
