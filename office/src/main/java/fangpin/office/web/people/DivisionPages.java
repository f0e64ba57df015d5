package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.DivisionKeeping;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The divisions of the office: looked through, and added to. */
@Controller
public class DivisionPages {
    private final ScopedWork work;
    private final Divisions divisions;
    private final DivisionKeeping keeping;

    DivisionPages(ScopedWork work, Divisions divisions, DivisionKeeping keeping) {
        this.work = work;
        this.divisions = divisions;
        this.keeping = keeping;
    }

    /** 三张表: the forms of the page. */
    private enum Form {
        ADD,
        RENAME,
        CLOSE
    }

    /** A form that was sent, and is shown again. */
    private record Sent(Form form, Typed typed, Answer.@Nullable Refused<String> refused) {}

    /**
     * 区划页.
     *
     * @param chain down to the place looked at; empty in an office without divisions
     * @param adding what stands in the form that adds one below it
     * @param renaming what stands in the form of its new name
     * @param closing what stands in the form of its end
     */
    public record DivisionPage(
            List<Division> chain,
            List<Division> below,
            Typed adding,
            Typed renaming,
            Typed closing,
            Answer.@Nullable Refused<String> refused) {}

    @Needs(Right.SYSTEM_MANAGE)
    @GetMapping("/divisions")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String place) {
        return list(desk, place, null);
    }

    private PageView list(Desk desk, String place, @Nullable Sent sent) {
        String path = place.isEmpty() ? desk.actor().scope().path() : place;
        DivisionPage content = work.read(desk.actor(), () -> {
            List<Division> chain = divisions.chain(path).stream()
                    .filter(one -> desk.actor().scope().holds(one.path()))
                    .toList();
            return new DivisionPage(
                    chain,
                    divisions.below(path),
                    typed(Form.ADD, desk, chain, sent),
                    typed(Form.RENAME, desk, chain, sent),
                    typed(Form.CLOSE, desk, chain, sent),
                    sent == null ? null : sent.refused());
        });
        Page page = new Page(desk, desk.words().of("web.place.divisions"), List.of(), Place.DIVISIONS);
        return PageView.of("people/divisions.jte", page, content).withStatus(sent == null ? 200 : 422);
    }

    /** What stands in a form: what was sent with it, else what it begins with. */
    private static Typed typed(Form form, Desk desk, List<Division> chain, @Nullable Sent sent) {
        if (sent != null && sent.form() == form) {
            return sent.typed();
        }
        String today = desk.today().toString();
        return switch (form) {
            case ADD -> Typed.of(Map.of("kind", Division.Kind.VILLAGE.name(), "from", today));
            case RENAME ->
                chain.isEmpty()
                        ? Typed.none()
                        : Typed.of(Map.of(
                                "name", chain.getLast().nameChinese(),
                                "english", chain.getLast().nameEnglish(),
                                "from", today));
            case CLOSE -> Typed.of(Map.of("from", today));
        };
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/own")
    View found(Desk desk) {
        return answer(desk, desk.actor().scope().path(), Form.ADD, Typed.none(), keeping.found(desk.actor()));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions")
    View add(
            Desk desk,
            @RequestParam String place,
            @RequestParam Division.Kind kind,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needing("code").needing("name").needingDay("from");
        if (typed.isWrong()) {
            return list(desk, place, new Sent(Form.ADD, typed, null));
        }
        DivisionKeeping.Wanted wanted = new DivisionKeeping.Wanted(
                place,
                typed.in("code"),
                kind,
                typed.in("name"),
                typed.in("english"),
                typed.day("from").orElseThrow());
        return answer(desk, place, Form.ADD, typed, keeping.add(desk.actor(), wanted));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/rename")
    View rename(Desk desk, @RequestParam String place, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needing("name").needingDay("from");
        if (typed.isWrong()) {
            return list(desk, place, new Sent(Form.RENAME, typed, null));
        }
        return answer(
                desk,
                place,
                Form.RENAME,
                typed,
                keeping.rename(
                        desk.actor(),
                        place,
                        typed.in("name"),
                        typed.in("english"),
                        typed.day("from").orElseThrow()));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/divisions/close")
    View close(Desk desk, @RequestParam String place, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields).needingDay("from");
        if (typed.isWrong()) {
            return list(desk, place, new Sent(Form.CLOSE, typed, null));
        }
        return switch (keeping.close(desk.actor(), place, typed.day("from").orElseThrow())) {
            case Answer.Done<String> done -> seen(place.substring(0, place.lastIndexOf('/', place.length() - 2) + 1));
            case Answer.Refused<String> refused -> list(desk, place, new Sent(Form.CLOSE, typed, refused));
        };
    }

    private View answer(Desk desk, String place, Form form, Typed typed, Answer<String> outcome) {
        return switch (outcome) {
            case Answer.Done<String> done -> seen(place);
            case Answer.Refused<String> refused -> list(desk, place, new Sent(form, typed, refused));
        };
    }

    private static View seen(String place) {
        return See.other(Query.of("/divisions").with("place", place).address());
    }
}
