package fangpin.office.web.internal;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 使用手册: one page a role; one's own first. */
@Controller
public class ManualPages {
    /**
     * 手册页.
     *
     * @param chosen the role whose page is open
     * @param steps what the role does, a paragraph each
     */
    public record Manual(Role chosen, List<Role> roles, List<String> steps) {
        /** The key of a role's name. */
        public String name(Role role) {
            return "web.role." + word(role);
        }
    }

    @Needs(Right.DESK)
    @GetMapping("/manual")
    PageView manual(Desk desk, @RequestParam(required = false) @org.jspecify.annotations.Nullable Role role) {
        Role own = desk.actor().roles().stream().sorted().findFirst().orElse(Role.POVERTY_OFFICE);
        Role chosen = role == null ? own : role;
        List<String> steps = new ArrayList<>();
        for (int step = 1; desk.words().has("web.manual." + word(chosen) + "." + step); step++) {
            steps.add(desk.words().of("web.manual." + word(chosen) + "." + step));
        }
        Page page = new Page(desk, desk.words().of("web.place.manual"), List.of(), Place.MANUAL);
        return PageView.of("manual.jte", page, new Manual(chosen, List.of(Role.values()), steps));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
