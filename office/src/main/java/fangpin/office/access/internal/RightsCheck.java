package fangpin.office.access.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.OpenToAll;
import fangpin.office.access.Problems;
import fangpin.office.access.ProgramRefusal;
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
    private final Problems problems;

    RightsCheck(Audit audit, Problems problems) {
        this.audit = audit;
        this.problems = problems;
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
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, ProgramRefusal.TOKEN_NEEDED);
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
        refuse(request, response, HttpServletResponse.SC_FORBIDDEN, ProgramRefusal.NO_RIGHT);
        return false;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, ProgramRefusal reason)
            throws IOException {
        if (Problems.areFor(request.getRequestURI())) {
            problems.write(request, response, status, reason);
        } else {
            response.sendError(status);
        }
    }
}
