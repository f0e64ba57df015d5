package fangpin.office.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a route does not know: a filter with a wrong name would silently be none. */
@Component
final class ParametersKnown implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route) {
            Set<String> known = namesOf(route);
            for (Map.Entry<String, String[]> said : read(request).entrySet()) {
                check(known, said.getKey(), said.getValue());
            }
        }
        return true;
    }

    private static Map<String, String[]> read(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            // so the server says that a percent sign is not followed by two digits, or that there are too many
            // parameters
            throw new RefusedException(ApiRefusal.PARAMETER_WRONG);
        }
    }

    private static void check(Set<String> known, String name, String[] values) {
        if (!known.contains(name)) {
            throw RefusedException.parameter(ApiRefusal.PARAMETER_UNKNOWN, name, FieldReason.UNKNOWN);
        }
        if (values.length > 1) {
            throw RefusedException.parameter(ApiRefusal.PARAMETER_WRONG, name, FieldReason.TWICE);
        }
        if (!Fields.isText(values[0]) || values[0].length() > Fields.MOST_CHARACTERS) {
            throw RefusedException.parameter(ApiRefusal.PARAMETER_WRONG, name, FieldReason.WRONG);
        }
    }

    private static Set<String> namesOf(HandlerMethod route) {
        return Stream.of(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(ParametersKnown::nameOf)
                .collect(Collectors.toSet());
    }

    static String nameOf(MethodParameter parameter) {
        return String.valueOf(parameter.getParameter().getName());
    }
}
