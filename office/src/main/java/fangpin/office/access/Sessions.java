package fangpin.office.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 会话: who is signed in, from where, since when. */
public interface Sessions {
    /** One session; its id ends it and proves nothing. */
    record Open(String id, String fromAddress, Instant madeAt, Instant lastSeenAt) {}

    /** Who acts in a session, while it lives. */
    Optional<Actor> actor(SignIn.Opened opened, Instant now);

    /** Ends a session: sign-out. */
    void close(SignIn.Opened opened, Instant now);

    /** One's own open sessions, the youngest first. */
    List<Open> own(Actor actor, Instant now);

    /** Ends one of one's own sessions. */
    Answer<String> endOwn(Actor actor, String id, Instant now);
}
