package fangpin.office.web.api;

import fangpin.office.access.Actor;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.IdNumber;
import fangpin.office.register.People;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.RosterFault;
import fangpin.office.register.StatusKind;
import fangpin.office.register.TimelineEvent;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons: found by a body, read by number, always masked. */
@RestController
class PersonRoutes {
    private final ScopedWork work;
    private final People people;
    private final PersonFiles files;
    private final ApiPlaces places;

    PersonRoutes(ScopedWork work, People people, PersonFiles files, ApiPlaces places) {
        this.work = work;
        this.people = people;
        this.files = files;
        this.places = places;
    }

    @Needs(Right.REGISTER_READ)
    @PostMapping("/api/v1/persons/search")
    PersonsFound searchPersons(ApiCall call, @RequestBody PersonSearch said) {
        List<FieldFault> faults = said.faults();
        if (!faults.isEmpty()) {
            throw RefusedException.fields(faults);
        }
        LocalDate day = said.day() == null ? call.today() : said.day();
        int limit = Limit.of(said.limit());
        Actor actor = call.actor();
        String idNumber = said.idNumber();
        if (idNumber != null) {
            String number = read(idNumber, call.today());
            return work.read(
                    actor, () -> whole(people.withIdNumber(number, day).stream().toList(), day));
        }
        String household = said.household();
        if (household != null) {
            return work.read(actor, () -> whole(people.ofHousehold(household.strip(), day), day));
        }
        String name = said.name();
        if (name != null) {
            return work.read(actor, () -> whole(people.named(name.strip(), day, limit), day));
        }
        return listed(call, said, day, limit);
    }

    private PersonsFound listed(ApiCall call, PersonSearch said, LocalDate day, int limit) {
        long after = said.afterPerson();
        if (after != 0 && files.find(call.actor(), after, day).isEmpty()) {
            // without the person the list does not know where it was, and would begin anew
            throw new RefusedException(ApiRefusal.CURSOR_GONE);
        }
        return work.read(call.actor(), () -> {
            PersonQuery query = new PersonQuery(
                    places.within(call, said.place()),
                    said.status(),
                    said.minimumAge() == null ? 0 : said.minimumAge(),
                    day,
                    said.ordered(),
                    after,
                    limit + 1);
            Listing<PersonLine> page = Listing.of(
                    people.list(query),
                    limit,
                    person -> PersonLine.of(person, day),
                    person -> said.cursor(person.id()));
            // it is a count of many statuses, and the same for all pages
            return PersonsFound.of(page, said.status() == null || after != 0 ? null : people.elsewhere(query));
        });
    }

    private static PersonsFound whole(List<PersonSummary> found, LocalDate day) {
        return PersonsFound.of(
                Listing.whole(
                        found.stream().map(person -> PersonLine.of(person, day)).toList()),
                null);
    }

    private static String read(String written, LocalDate today) {
        return switch (IdNumber.read(written, today)) {
            case IdNumber.Reading.Valid valid -> valid.number().text();
            case IdNumber.Reading.Faulty faulty ->
                // not its detail: a check digit tells of the number
                throw RefusedException.field("/idNumber", RosterFault.of(faulty.fault()), "?");
        };
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/persons/{id}")
    PersonRecord person(ApiCall call, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate day) {
        LocalDate asOf = Days.orToday(call, day);
        return PersonRecord.of(file(call, id, asOf), asOf);
    }

    /**
     * 一人一档的一件事.
     *
     * @param event what kind of thing, a name that never changes
     * @param sentence in the program's language; free text left out
     * @param amountFen money that went to or for the person; null where none did
     */
    record Event(
            LocalDate day,
            String event,
            @Nullable StatusKind status,
            String sentence,
            String clause,
            @Nullable Long amountFen) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/persons/{id}/timeline")
    Listing<Event> timeline(ApiCall call, @PathVariable long id) {
        Words words = Words.in(call.language());
        return Listing.whole(file(call, id, call.today()).events().stream()
                .map(event -> event(words, event))
                .toList());
    }

    private PersonFile file(ApiCall call, long id, LocalDate day) {
        return files.find(call.actor(), id, day).orElseThrow(NotFoundException::new);
    }

    private static Event event(Words words, TimelineEvent event) {
        Object[] arguments = event.arguments().stream()
                .map(argument -> shown(words, argument))
                .toArray();
        return new Event(
                event.day(),
                event.words(),
                event.arguments().stream()
                        .flatMap(argument -> argument instanceof StatusKind kind
                                ? Optional.of(kind).stream()
                                : Optional.<StatusKind>empty().stream())
                        .findFirst()
                        .orElse(null),
                words.of(event.words(), arguments),
                event.clause(),
                event.amountFen());
    }

    private static Object shown(Words words, Object argument) {
        return switch (argument) {
            case StatusKind kind -> words.of("register.status." + kind.id());
            case Enum<?> word ->
                words.of("register." + word.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                        + SmallWords.of(word));
            case String free -> "…";
            default -> argument;
        };
    }
}
