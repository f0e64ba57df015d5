package fangpin.office.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * 页面输出: a page of ours with what it shows. A method of a controller returns it.
 *
 * @param template below {@code src/main/jte}
 * @param status of the answer
 * @param parameters by the names the template declares
 */
public record PageView(String template, int status, Map<String, Object> parameters) implements View {
    private static final TemplateEngine PAGES = PageEngine.create();

    /** A page that answers 200. */
    public static PageView of(String template, Page page, Object content) {
        return new PageView(template, 200, Map.of("page", page, "it", content));
    }

    /** The same page with another status: a form sent back with its errors is 422. */
    public PageView withStatus(int other) {
        return new PageView(template, other, parameters);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        PAGES.render(template, new HashMap<>(parameters), output);
        response.setStatus(status);
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
