package fangpin.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** 接口出错: tells a program why it is refused (RFC 9457): status, named reason, and the reason's words in the program's language. */
public interface Problems {
    /** Whether the request comes from a program, and so is answered with a problem and not with a page. */
    static boolean areFor(String path) {
        return path.startsWith("/api/");
    }

    /** Writes the whole answer. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, RefusalReason reason)
            throws IOException;

    /** Writes the whole answer of a request that was refused, or broke, before it reached a route: its status is all that is known. */
    void writeStatus(HttpServletRequest request, HttpServletResponse response, int status) throws IOException;
}
