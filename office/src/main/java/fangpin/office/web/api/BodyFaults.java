package fangpin.office.web.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read; empty where the fault is ours. */
final class BodyFaults {
    private BodyFaults() {}

    static Optional<RefusedException> refusal(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyGuard.TooLargeException large -> {
                    return Optional.of(new RefusedException(ApiRefusal.BODY_LARGE));
                }
                case UnrecognizedPropertyException unknown -> {
                    return Optional.of(RefusedException.fields(List.of(FieldFault.of(
                            path(unknown.getPath().subList(0, unknown.getPath().size() - 1)) + "/"
                                    + FieldFault.nameOf(unknown.getPropertyName()),
                            FieldReason.UNKNOWN))));
                }
                case MismatchedInputException wrong
                when !wrong.getPath().isEmpty() -> {
                    return Optional.of(
                            RefusedException.fields(List.of(FieldFault.of(path(wrong.getPath()), FieldReason.WRONG))));
                }
                case InputCoercionException wrong
                when !wrong.getPath().isEmpty() -> {
                    return Optional.of(
                            RefusedException.fields(List.of(FieldFault.of(path(wrong.getPath()), FieldReason.WRONG))));
                }
                case StreamReadException malformed -> {
                    return Optional.of(new RefusedException(ApiRefusal.MALFORMED_JSON));
                }
                default -> {}
            }
        }
        return Optional.of(new RefusedException(
                unreadable.getCause() == null ? ApiRefusal.BODY_MISSING : ApiRefusal.MALFORMED_JSON));
    }

    /** The way to a field, as RFC 6901 writes it. */
    private static String path(List<JacksonException.Reference> steps) {
        return steps.stream()
                .map(step -> "/"
                        + (step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : FieldFault.nameOf(step.getPropertyName())))
                .collect(Collectors.joining());
    }
}
