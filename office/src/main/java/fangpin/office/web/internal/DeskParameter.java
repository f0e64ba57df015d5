package fangpin.office.web.internal;

import fangpin.office.access.SignedIn;
import fangpin.office.web.Desk;
import fangpin.office.web.Forms;
import fangpin.office.web.OfficeDay;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page's method the desk it is asked from. */
@Component
final class DeskParameter implements HandlerMethodArgumentResolver {
    private final OfficeDay day;

    DeskParameter(OfficeDay day) {
        this.day = day;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Desk.class;
    }

    @Override
    public Desk resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("a desk without a request");
        }
        return desk(servlet);
    }

    Desk desk(HttpServletRequest request) {
        return new Desk(
                SignedIn.now().orElseThrow(() -> new IllegalStateException("a desk without a sign-in")),
                Languages.of(request),
                day.today(),
                day.staged(),
                address(request),
                Forms.csrf(request));
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
