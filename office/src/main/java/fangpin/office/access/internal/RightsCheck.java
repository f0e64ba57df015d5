package fangpin.office.access.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.OpenToAll;
import fangpin.office.access.Problem;
import fangpin.office.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** 权限检查: each route says the right it needs; who lacks it is refused, and that is recorded. */
@Component
final class RightsCheck implements HandlerInterceptor {
    private final Audit audit;

    RightsCheck(Audit audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        Optional<Actor> actor = SignedIn.now();
        if (needs != null && actor.isPresent() && actor.get().may(needs.value())) {
            return true;
        }
        if (actor.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "SIGN_IN_NEEDED");
            return false;
        }
        audit.recordApart(
                actor.get(),
                AuditAction.DENIED,
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                Map.of(
                        "method",
                        request.getMethod(),
                        "needs",
                        needs == null ? "" : needs.value().name()));
        refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "NO_RIGHT");
        return false;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            Problem.write(response, status, reason);
        } else {
            response.sendError(status);
        }
    }
}
