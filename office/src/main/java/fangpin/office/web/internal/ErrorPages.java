package fangpin.office.web.internal;

import fangpin.office.access.OpenToAll;
import fangpin.office.access.Problems;
import fangpin.office.access.SignedIn;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Words;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** 出错页: not found, denied, too large, failed; each says what one can do next, none says how the program is made. */
@Controller
class ErrorPages implements ErrorController {
    private final DeskParameter desks;
    private final Problems problems;

    ErrorPages(DeskParameter desks, Problems problems) {
        this.desks = desks;
        this.problems = problems;
    }

    @OpenToAll
    @RequestMapping("/error")
    View show(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && Problems.areFor(asked)) {
            return (model, again, response) -> problems.writeStatus(request, response, status);
        }
        Words words = Words.in(Languages.of(request));
        String key = "web.error." + status;
        String kind = words.has(key + ".title") ? key : status < 500 ? "web.error.400" : "web.error.500";
        if (SignedIn.now().isEmpty()) {
            return new PageView(
                    "error/stranger.jte",
                    status,
                    Map.of("words", words, "language", Languages.of(request), "kind", kind));
        }
        Page page = new Page(desks.desk(request), words.of(kind + ".title"), List.of(), Place.HOME);
        return PageView.of("error/error.jte", page, kind).withStatus(status);
    }
}
