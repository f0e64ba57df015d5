package fangpin.office.web.internal;

import fangpin.office.access.OpenToAll;
import fangpin.office.web.Addresses;
import fangpin.office.web.Forms;
import fangpin.office.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch between Chinese and English: a cookie, no more. */
@Controller
class Languages {
    /** The language a request is to be answered in. */
    static Language of(HttpServletRequest request) {
        return Forms.language(request);
    }

    @OpenToAll
    @GetMapping("/language")
    ResponseEntity<Void> change(
            @RequestParam("to") String to, @RequestParam(name = "back", defaultValue = "/") String back) {
        ResponseCookie cookie = ResponseCookie.from(
                        Forms.LANGUAGE_COOKIE, Language.of(to).code())
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(Duration.ofDays(365))
                .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, Addresses.isOurs(back) ? back : "/")
                .build();
    }
}
