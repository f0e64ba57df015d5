package fangpin.office.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** 接口出错: what a program is told when it is refused (RFC 9457), with the named reason. */
public final class Problem {
    private Problem() {}

    /** Answers with a status and a named reason. */
    public static void write(HttpServletResponse response, int status, String reason) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", reason);
        body.put("status", status);
        body.put("reason", reason);
        byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
