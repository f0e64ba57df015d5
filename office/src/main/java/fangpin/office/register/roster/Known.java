package fangpin.office.register.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 在册之人: a person as the register has them now.
 *
 * @param holdsStatus whether they have the roster's status on its day
 */
record Known(
        long id,
        int version,
        String path,
        String householdNumber,
        String name,
        int sex,
        @Nullable LocalDate born,
        String relation,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable Bytes idSealed,
        @Nullable Bytes phoneSealed,
        @Nullable Bytes addressSealed,
        @Nullable Bytes cardSealed,
        boolean withdrawn,
        boolean dead,
        boolean merged,
        boolean holdsStatus) {}
