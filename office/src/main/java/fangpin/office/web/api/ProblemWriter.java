package fangpin.office.web.api;

import fangpin.office.access.Problems;
import fangpin.office.access.RefusalReason;
import fangpin.office.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems. */
@Component
final class ProblemWriter implements Problems {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final long BUSY_SECONDS = 5;

    /** The language a program reads: Chinese, unless it prefers English. */
    static Language language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                        && request.getLocale().getLanguage().equals("en")
                ? Language.ENGLISH
                : Language.CHINESE;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, int status, RefusalReason reason)
            throws IOException {
        write(request, response, status, reason, List.of(), List.of(), null);
    }

    void refused(HttpServletRequest request, HttpServletResponse response, RefusedException refused)
            throws IOException {
        write(
                request,
                response,
                ApiRefusal.statusOf(refused.reason()),
                refused.reason(),
                refused.arguments(),
                refused.faults(),
                null);
    }

    /** Something of the office is broken: the log says what, the answer where to look for it there. */
    void broken(HttpServletRequest request, HttpServletResponse response, String where, @Nullable Throwable cause)
            throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("api error {} at {}: {}", reference, where, kinds(cause));
        write(request, response, ApiRefusal.BROKEN.status(), ApiRefusal.BROKEN, List.of(), List.of(), reference);
    }

    /** The kinds of a failure and where each was: not its message, which may hold a row or what was sent. */
    private static String kinds(@Nullable Throwable cause) {
        StringJoiner kinds = new StringJoiner(", from ");
        for (Throwable one = cause; one != null; one = one.getCause()) {
            String at = Stream.of(one.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("fangpin."))
                    .findFirst()
                    .map(StackTraceElement::toString)
                    .orElse("elsewhere");
            kinds.add(one.getClass().getName() + " at " + at);
        }
        return kinds.toString();
    }

    @Override
    public void writeStatus(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        ApiRefusal reason = ApiRefusal.ofStatus(status);
        if (reason == ApiRefusal.BROKEN) {
            broken(request, response, "its way to a route: " + status, null);
        } else {
            write(request, response, reason.status(), reason);
        }
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            RefusalReason reason,
            List<Object> arguments,
            List<FieldFault> faults,
            @Nullable String reference)
            throws IOException {
        Language language = language(request);
        Problem problem = Problem.of(language, status, reason, arguments, faults, reference);
        byte[] bytes = JsonMapper.shared().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (reason == ApiRefusal.BUSY) {
            response.setHeader("Retry-After", Long.toString(BUSY_SECONDS));
        }
        response.setCharacterEncoding((String) null);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.tag());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
