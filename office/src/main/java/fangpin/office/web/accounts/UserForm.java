package fangpin.office.web.accounts;

import fangpin.office.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 账号表单: as it was typed.
 *
 * @param division path of the division chosen
 */
public record UserForm(
        @Nullable String userName,
        @Nullable String displayName,
        @Nullable String division,
        @Nullable List<String> roles,
        @Nullable Integer version) {
    /** As typed; empty when nothing was. */
    public String user() {
        return userName == null ? "" : userName.strip();
    }

    /** As typed; empty when nothing was. */
    public String display() {
        return displayName == null ? "" : displayName;
    }

    /** The path; empty when none was chosen. */
    public String path() {
        return division == null ? "" : division;
    }

    /** The version the page was made from; one that no account has when it is missing. */
    public int shownVersion() {
        return version == null ? -1 : version;
    }

    /** The roles ticked; names that are none are left out. */
    public Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            Arrays.stream(Role.values())
                    .filter(role -> roles.contains(role.name()))
                    .forEach(chosen::add);
        }
        return chosen;
    }
}
