package fangpin.office.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** 已登录: the proof of a sign-in that a request carries. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Actor actor;

    /** A request of this actor. */
    public SignedIn(Actor actor) {
        super(java.util.List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    /** Who asks in the current request, if anybody has signed in. */
    public static Optional<Actor> now() {
        Authentication proof = SecurityContextHolder.getContext().getAuthentication();
        return proof instanceof SignedIn signedIn ? Optional.of(signedIn.actor) : Optional.empty();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
