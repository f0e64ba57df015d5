package fangpin.office.web.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives the method of a changing route the key of the request; without one nothing is changed. */
final class KeyParameter implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String said = request.getHeader(IdempotencyKey.HEADER);
        if (said == null || said.isBlank()) {
            throw RefusedException.parameter(
                    ApiRefusal.IDEMPOTENCY_KEY_MISSING, IdempotencyKey.HEADER, FieldReason.MISSING);
        }
        // the draft of the header writes the key as a quoted string; most programs leave the quotes out
        String key = said.strip().replaceAll("^\"|\"$", "");
        if (!IdempotencyKey.FORM.matcher(key).matches()) {
            throw RefusedException.parameter(
                    ApiRefusal.IDEMPOTENCY_KEY_WRONG, IdempotencyKey.HEADER, FieldReason.WRONG);
        }
        return new IdempotencyKey(key.toLowerCase(Locale.ROOT));
    }
}
