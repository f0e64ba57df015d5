package fangpin.office.web.api;

import fangpin.office.access.SignedIn;
import fangpin.office.web.OfficeDay;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a route's method who asks, and when. */
final class CallParameter implements HandlerMethodArgumentResolver {
    private final OfficeDay day;
    private final Clock clock;

    CallParameter(OfficeDay day, Clock clock) {
        this.day = day;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiCall.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("a call without a request");
        }
        return new ApiCall(
                SignedIn.now().orElseThrow(() -> new IllegalStateException("a call without a token")),
                ProblemWriter.language(servlet),
                day.today(),
                clock.instant(),
                servlet.getMethod() + " " + servlet.getRequestURI());
    }
}
