package fangpin.office.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 账号: a person, or a program, that signs in.
 *
 * @param version counts changes of rights; each ends the account's sessions
 * @param demonstration signs in without a second factor; only the demonstration makes such accounts
 */
public record Account(
        long id,
        String userName,
        String displayName,
        Kind kind,
        Scope scope,
        String place,
        Set<Role> roles,
        boolean demonstration,
        @Nullable Instant disabledAt,
        @Nullable Instant lastSignInAt,
        Instant enteredAt,
        int version) {
    /** What an account is; the database keeps the word in small letters. */
    public enum Kind {
        /** 工作人员 */
        STAFF,
        /** 管理员：系统、安全、审计三员，各一角色 */
        ADMINISTRATOR,
        /** 程序 */
        PROGRAM
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    /** Who acts when this account does. */
    public Actor actor() {
        return new Actor(id, displayName, roles, scope, place);
    }
}
