package fangpin.office.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * 操作人: who works, as what, and on which division's rows.
 *
 * @param userId of the account; audit, determinations and approvals keep it
 * @param name as other staff read it
 * @param roles empty for a program
 * @param rights what the roles bring, or what a program's token names
 * @param scope the rows the database shows
 * @param place the division as pages head themselves: 威海市 · 荣成市
 */
public record Actor(long userId, String name, Set<Role> roles, Set<Right> rights, Scope scope, String place) {
    public Actor {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /** Somebody with all the rights of his roles. */
    public Actor(long userId, String name, Set<Role> roles, Scope scope, String place) {
        this(userId, name, roles, rightsOf(roles), scope, place);
    }

    /** Whether he has the right. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** All rights that the roles bring. */
    public static Set<Right> rightsOf(Set<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (roles.stream().anyMatch(role -> role.brings(right))) {
                rights.add(right);
            }
        }
        return rights;
    }
}
