package fangpin.office.web.api;

import fangpin.office.access.Problems;
import fangpin.office.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong with a program's request into a problem; pages have their own way. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiErrors implements HandlerExceptionResolver {
    private final ProblemWriter problems;

    ApiErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception wrong) {
        if (!Problems.areFor(request.getRequestURI()) || response.isCommitted()) {
            return null;
        }
        try {
            Optional<RefusedException> refusal = refusal(wrong, isForm(request));
            if (refusal.isPresent()) {
                headers(response, wrong);
                problems.refused(request, response, refusal.get());
            } else {
                problems.broken(
                        request,
                        response,
                        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                        wrong);
            }
            return new ModelAndView();
        } catch (IOException clientGone) {
            throw new UncheckedIOException(clientGone);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static Optional<RefusedException> refusal(Exception wrong, boolean isForm) {
        return switch (wrong) {
            case RefusedException refused -> Optional.of(refused);
            case NotFoundException none -> Optional.of(new RefusedException(ApiRefusal.NOT_FOUND));
            case HttpMessageNotReadableException unreadable -> BodyFaults.refusal(unreadable);
            case MissingServletRequestParameterException missing ->
                Optional.of(RefusedException.parameter(
                        ApiRefusal.PARAMETER_MISSING, missing.getParameterName(), FieldReason.MISSING));
            case MissingServletRequestPartException missing ->
                Optional.of(RefusedException.parameter(
                        ApiRefusal.PARAMETER_MISSING, missing.getRequestPartName(), FieldReason.MISSING));
            case MethodArgumentTypeMismatchException mismatch ->
                Optional.of(
                        RefusedException.parameter(ApiRefusal.PARAMETER_WRONG, mismatch.getName(), FieldReason.WRONG));
            case MaxUploadSizeExceededException large -> Optional.of(new RefusedException(ApiRefusal.BODY_LARGE));
            case MultipartException broken ->
                Optional.of(new RefusedException(isForm ? ApiRefusal.UPLOAD_BROKEN : ApiRefusal.MEDIA_TYPE));
            case TransientDataAccessException busy -> Optional.of(new RefusedException(ApiRefusal.BUSY));
            case DataAccessResourceFailureException away -> Optional.of(new RefusedException(ApiRefusal.BUSY));
            case CannotCreateTransactionException away -> Optional.of(new RefusedException(ApiRefusal.BUSY));
            case ErrorResponse answer ->
                answer.getStatusCode().is5xxServerError()
                        ? Optional.empty()
                        : Optional.of(new RefusedException(
                                ApiRefusal.ofStatus(answer.getStatusCode().value())));
            default -> Optional.empty();
        };
    }

    /** What one may send instead. */
    private static void headers(HttpServletResponse response, Exception wrong) {
        if (wrong instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        if (wrong instanceof HttpMediaTypeNotSupportedException type) {
            response.setHeader(
                    "Accept",
                    type.getSupportedMediaTypes().stream()
                            .map(Object::toString)
                            .distinct()
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("application/json"));
        }
    }
}
