package fangpin.office.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 接口凭证: what programs of other departments show; each for some rights in one division, until a day, revocable. */
public interface ApiTokens {
    /** What a program may be allowed: never to approve, to unmask or to manage. */
    Set<Right> ALLOWED = Set.copyOf(EnumSet.of(
            Right.REGISTER_READ,
            Right.REGISTER_WRITE,
            Right.REGISTER_IMPORT,
            Right.REGISTER_EXPORT,
            Right.POLICY_READ,
            Right.SETTLEMENT_READ,
            Right.SETTLEMENT_WRITE,
            Right.CLAIM_READ,
            Right.CLAIM_REPORT));

    /** A token that is asked for. */
    record Wanted(
            String userName,
            String displayName,
            Scope scope,
            String place,
            Set<Right> rights,
            int requestsPerMinute,
            Instant expiresAt) {
        public Wanted {
            rights = Set.copyOf(rights);
        }
    }

    /** A token as the list shows it; what it opens with is shown once, when it is made. */
    record Listed(
            long id,
            String userName,
            String displayName,
            String place,
            Set<Right> rights,
            int requestsPerMinute,
            Instant expiresAt,
            @Nullable Instant revokedAt) {
        public Listed {
            rights = Set.copyOf(rights);
        }
    }

    /** Makes a program's account and its token; the answer is the token itself. */
    Answer<String> make(Actor actor, Wanted wanted, Instant now);

    /** The tokens of one's division. */
    List<Listed> list(Actor actor);

    /** One token of one's division. */
    Optional<Listed> find(Actor actor, long tokenId);

    /** Revokes a token, from now on. */
    Answer<Long> revoke(Actor actor, long tokenId, Instant now);
}
