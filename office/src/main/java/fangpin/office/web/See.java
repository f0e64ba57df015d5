package fangpin.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** 转到: after something was done, the reader goes on to see it; asking again with the reload key does nothing twice. */
public record See(String address) implements View {
    /** Goes on to a page of ours. */
    public static See other(String address) {
        return new See(address);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
