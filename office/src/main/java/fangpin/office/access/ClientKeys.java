package fangpin.office.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 接口报文公钥: while one is registered for a program, its national messages have to bear the signature of its holder. A key is never edited: a new
 * one takes its place, and one that was replaced or withdrawn does not come back.
 */
public interface ClientKeys {
    /**
     * A key with the time in which it is in force.
     *
     * @param enteredBy who registered it
     * @param until when it ended, not included; null while it is in force
     * @param endedBy who replaced or withdrew it; empty while it is in force
     */
    record Registered(
            Sm2PublicKey key,
            String enteredBy,
            Instant from,
            @Nullable Instant until,
            String endedBy) {}

    /** Registers a key for the program of a token; the one before it ends at the same moment. */
    Answer<Sm2PublicKey> register(Actor actor, long tokenId, String key, Instant now);

    /** Ends the key of a token's program: from now on it need not sign. */
    Answer<Long> withdraw(Actor actor, long tokenId, Instant now);

    /** The keys of a token's program, the youngest first. */
    List<Registered> of(Actor actor, long tokenId);

    /** The key that is in force for the program that asks. */
    Optional<Sm2PublicKey> inForce(Actor program);
}
