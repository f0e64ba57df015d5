package fangpin.office.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 账号管理: within one's own division, and of roles one hands on; nobody manages himself. */
public interface Accounts {
    /** An account that is asked for. */
    record Wanted(String userName, String displayName, Scope scope, String place, Set<Role> roles) {
        public Wanted {
            roles = Set.copyOf(roles);
        }
    }

    /** 一次性密码: shown once, to be changed at the first sign-in. */
    record StartPassword(long accountId, String userName, String password) {
        @Override
        public String toString() {
            return "start password of " + userName;
        }
    }

    /** The roles an actor may give out. */
    Set<Role> grantable(Actor actor);

    /** Makes an account with a start password. */
    Answer<StartPassword> make(Actor actor, Wanted wanted, Instant now);

    /** Accounts of one's division after a user name, in the order of user names; words are looked for in both names. */
    List<Account> list(Actor actor, String after, String words, boolean alsoStopped, int most);

    /** One account of one's division. */
    Optional<Account> find(Actor actor, long accountId);

    /** Changes the roles and the displayed name; its sessions end. The version is the one the page was made from. */
    Answer<Account> change(Actor actor, long accountId, int version, String displayName, Set<Role> roles, Instant now);

    /** Stops an account; its sessions end at once. */
    Answer<Account> stop(Actor actor, long accountId, int version, Instant now);

    /** Lets a stopped account in again, with a new start password. */
    Answer<StartPassword> resume(Actor actor, long accountId, int version, Instant now);

    /** New start password, second factor to be set anew, lock lifted; its sessions end. */
    Answer<StartPassword> reset(Actor actor, long accountId, int version, Instant now);

    /**
     * 演示账号: with a known password and no second factor. Only the demonstration calls it, and only in an office that shows made-up
     * people.
     */
    Account demonstration(Wanted wanted, String password, Instant now);
}
