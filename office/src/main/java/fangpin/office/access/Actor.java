package fangpin.office.access;

import java.util.Set;

/**
 * 操作人: who works, as what, and on which division's rows.
 *
 * @param userId of the account; audit, determinations and approvals keep it
 * @param name as other staff read it
 * @param roles never empty
 * @param scope the rows the database shows
 * @param place the division as pages head themselves: 威海市 · 荣成市
 */
public record Actor(long userId, String name, Set<Role> roles, Scope scope, String place) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether one of the roles brings the right. */
    public boolean may(Right right) {
        return roles.stream().anyMatch(role -> role.brings(right));
    }
}
