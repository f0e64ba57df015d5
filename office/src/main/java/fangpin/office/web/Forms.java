package fangpin.office.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** 表单: what a page before the desk knows of its request. */
public final class Forms {
    /** The cookie that keeps the language. */
    public static final String LANGUAGE_COOKIE = "language";

    private Forms() {}

    /** The language a request is to be answered in. */
    public static Language language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Language.CHINESE;
    }

    /** The value that a form of the page must send back. */
    public static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
