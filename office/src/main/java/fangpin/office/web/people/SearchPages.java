package fangpin.office.web.people;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.People;
import fangpin.office.register.PersonSummary;
import fangpin.office.web.Desk;
import fangpin.office.web.FirstRows;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The search of the desk: a name, a whole ID number, a household's number, a village. An ID number never stands in an address. */
@Controller
public class SearchPages {
    private static final int MOST = 50;
    private static final int MOST_PLACES = 10;

    private final ScopedWork work;
    private final People people;
    private final Divisions divisions;

    SearchPages(ScopedWork work, People people, Divisions divisions) {
        this.work = work;
        this.people = people;
        this.divisions = divisions;
    }

    /**
     * 查找结果页.
     *
     * @param villages names of the places where they live, by path
     */
    public record Found(
            String words, FirstRows<PersonSummary> persons, Map<String, String> villages, List<Division> places) {
        static Found nobody(String words) {
            return new Found(words, new FirstRows<>(List.of(), false), Map.of(), List.of());
        }
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/search")
    PageView page(Desk desk) {
        return page(desk, Found.nobody(""));
    }

    @Needs(Right.REGISTER_READ)
    @PostMapping("/search")
    View find(Desk desk, @RequestParam(name = "q", defaultValue = "") String words) {
        String said = words.strip();
        Found found = work.read(desk.actor(), () -> looked(desk, said));
        if (found.persons().rows().size() == 1 && found.places().isEmpty()) {
            return See.other("/persons/" + found.persons().rows().getFirst().id());
        }
        return page(desk, found);
    }

    private Found looked(Desk desk, String said) {
        if (said.isEmpty()) {
            return Found.nobody(said);
        }
        String number = said.toUpperCase(Locale.ROOT);
        if (number.matches("[0-9]{17}[0-9X]")) {
            List<PersonSummary> one =
                    people.withIdNumber(number, desk.today()).stream().toList();
            return found("", new FirstRows<>(one, false), List.of());
        }
        List<PersonSummary> household =
                said.matches("[0-9A-Za-z_-]{2,40}") ? people.ofHousehold(said, desk.today()) : List.of();
        if (!household.isEmpty()) {
            return found(said, new FirstRows<>(household, false), List.of());
        }
        return found(
                said,
                FirstRows.of(MOST, most -> people.named(said, desk.today(), most)),
                divisions.named(said, MOST_PLACES));
    }

    private Found found(String words, FirstRows<PersonSummary> persons, List<Division> places) {
        List<String> paths =
                persons.rows().stream().map(PersonSummary::path).distinct().toList();
        return new Found(words, persons, divisions.namesOf(paths), places);
    }

    private static PageView page(Desk desk, Found found) {
        return PageView.of(
                "people/search.jte", new Page(desk, desk.words().of("web.search"), List.of(), Place.PERSONS), found);
    }
}
