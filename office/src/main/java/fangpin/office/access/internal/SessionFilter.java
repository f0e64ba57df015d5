package fangpin.office.access.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Sessions;
import fangpin.office.access.SignIn;
import fangpin.office.access.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks the database at each request whether the session still lives; so it dies with its account, at once and everywhere. */
final class SessionFilter extends OncePerRequestFilter {
    /** Where the server keeps {@link SignIn.Opened}. */
    static final String OPENED = SignIn.Opened.class.getName();

    private final Sessions sessions;
    private final Clock clock;

    SessionFilter(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(OPENED) instanceof SignIn.Opened opened) {
            Optional<Actor> actor = sessions.actor(opened, clock.instant());
            if (actor.isPresent()) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignedIn(actor.get()));
                SecurityContextHolder.setContext(context);
            } else {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    /** Error pages know who asks, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
