package fangpin.office.access.internal;

import fangpin.office.access.Problems;
import fangpin.office.access.ProgramRefusal;
import fangpin.office.access.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A program's request: its token in the header, so many requests a minute. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int TOO_MANY = 429;

    private final TokenDesk tokens;
    private final Problems problems;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();

    TokenFilter(TokenDesk tokens, Problems problems, Clock clock) {
        this.tokens = tokens;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TokenDesk.Presented> presented =
                token(request.getHeader("Authorization")).flatMap(token -> tokens.presented(token, clock.instant()));
        if (presented.isPresent()) {
            if (!passes(presented.get(), response)) {
                problems.write(request, response, TOO_MANY, ProgramRefusal.TOO_MANY_REQUESTS);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(presented.get().actor()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Counts the request and says in the answer what is left, as the draft of RateLimit header fields has it. */
    private boolean passes(TokenDesk.Presented client, HttpServletResponse response) {
        int perMinute = client.requestsPerMinute();
        RateLimits.Verdict verdict = limits.take("token/" + client.id(), perMinute, System.nanoTime());
        response.setHeader("RateLimit-Policy", "\"token\";q=" + perMinute + ";w=60");
        response.setHeader("RateLimit", "\"token\";r=" + verdict.left() + ";t=" + verdict.secondsToFull());
        if (!verdict.passes()) {
            response.setHeader("Retry-After", Long.toString(verdict.secondsToWait()));
        }
        return verdict.passes();
    }

    private static Optional<String> token(@Nullable String header) {
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
