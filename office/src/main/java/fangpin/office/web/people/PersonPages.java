package fangpin.office.web.people;

import fangpin.office.access.Actor;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.StaffNames;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.Headcounts;
import fangpin.office.register.People;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.Spell;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of persons and the page of one. */
@Controller
public class PersonPages {
    private static final int ROWS = 50;

    private final ScopedWork work;
    private final People people;
    private final PersonFiles files;
    private final Divisions divisions;
    private final Headcounts headcounts;
    private final StaffNames accounts;

    PersonPages(
            ScopedWork work,
            People people,
            PersonFiles files,
            Divisions divisions,
            Headcounts headcounts,
            StaffNames accounts) {
        this.work = work;
        this.people = people;
        this.files = files;
        this.divisions = divisions;
        this.headcounts = headcounts;
        this.accounts = accounts;
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/persons")
    PageView list(
            Desk desk,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int age,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "place") PersonQuery.Order sort,
            @RequestParam(defaultValue = "0") long after) {
        Typed typed = Typed.ofDay("day", day, desk.today());
        LocalDate asOf = typed.day("day").orElse(desk.today());
        Actor actor = desk.actor();
        String path = place.isEmpty() ? actor.scope().path() : place;
        StatusKind kind = StatusKind.of(status).orElse(null);
        PersonQuery query = new PersonQuery(path, kind, Math.clamp(age, 0, 150), asOf, sort, after, ROWS + 1);
        Query address = Query.of("/persons")
                .with("place", place)
                .with("status", kind == null ? "" : kind.id())
                .with("age", age == 0 ? "" : age)
                .with("day", day.isBlank() || typed.isWrong() ? "" : asOf)
                .with("sort", sort == PersonQuery.Order.PLACE ? "" : sort.name().toLowerCase(java.util.Locale.ROOT));
        PersonList list = work.read(actor, () -> read(query, address, typed, asOf, actor));
        return PageView.of(
                        "people/persons.jte",
                        new Page(desk, desk.words().of("web.place.persons"), List.of(), Place.PERSONS),
                        list)
                .withStatus(typed.isWrong() ? 422 : 200);
    }

    private PersonList read(PersonQuery query, Query address, Typed typed, LocalDate day, Actor actor) {
        List<PersonSummary> found = people.list(query);
        boolean more = found.size() > ROWS;
        List<PersonSummary> shown = more ? found.subList(0, ROWS) : found;
        List<Division> chain = divisions.chain(query.place()).stream()
                .filter(division -> actor.scope().holds(division.path()))
                .toList();
        long elsewhere = people.elsewhere(query);
        return new PersonList(
                address,
                typed,
                day,
                chain,
                divisions.below(query.place()),
                List.of(StatusKind.values()),
                shown,
                villages(shown),
                total(query, elsewhere),
                elsewhere,
                more ? shown.getLast().id() : null);
    }

    /** Who has a status is counted already; the rest is counted here. */
    private long total(PersonQuery query, long elsewhere) {
        StatusKind status = query.status();
        return status != null && query.minimumAge() == 0
                ? headcounts.of(query.place(), status.id(), query.day())
                : Math.min(people.count(query) + elsewhere, People.MOST_COUNTED);
    }

    private Map<String, String> villages(List<PersonSummary> persons) {
        return divisions.namesOf(
                persons.stream().map(PersonSummary::path).distinct().toList());
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/persons/{id}")
    PageView person(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String known) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        Page page = new Page(desk, Show.to(desk).name(file.person().name()), List.of(), Place.PERSONS)
                .under(desk.words().of("web.place.persons"), "/persons");
        for (Division division : file.places()) {
            if (desk.actor().scope().holds(division.path())) {
                page = page.under(
                        Show.to(desk).division(division),
                        Query.of("/persons").with("place", division.path()).address());
            }
        }
        AsKnown asKnown = asKnown(
                file,
                Typed.of(Map.of("day", day, "known", known)).mayBeDay("day").mayBeDay("known"));
        return new PageView(
                "people/person.jte",
                asKnown.typed().isWrong() ? 422 : 200,
                Map.of("page", page, "it", file, "names", names(file), "asKnown", asKnown));
    }

    /** The names of who changed what stood here before. */
    private Map<Long, String> names(PersonFile file) {
        return accounts.namesOf(file.former().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.changedBy()), Stream.ofNullable(one.declaredBy())))
                .distinct()
                .toList());
    }

    /**
     * 当时所知: two days a reader may ask about.
     *
     * @param day that something is true of
     * @param known the last day of what was known then, in the office's own time; null for what is known now
     * @param typed the two days as they were typed
     */
    public record AsKnown(@Nullable LocalDate day, @Nullable LocalDate known, List<Spell> spells, Typed typed) {
        /** Whether a day was asked about. */
        public boolean asked() {
            return day != null;
        }
    }

    private static AsKnown asKnown(PersonFile file, Typed typed) {
        LocalDate day = typed.day("day").orElse(null);
        LocalDate known = typed.day("known").orElse(null);
        if (day == null || typed.isWrong()) {
            return new AsKnown(null, null, List.of(), typed);
        }
        Instant moment = known == null
                ? Instant.MAX
                : known.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
        return new AsKnown(day, known, file.knownOn(day, moment), typed);
    }
}
