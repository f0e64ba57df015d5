package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.register.Particulars;
import fangpin.office.register.ParticularsChange;
import fangpin.office.register.People;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import fangpin.office.register.Unmasking;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What is done with a person's record: seen in clear, changed, exported. */
@Controller
public class PersonActions {
    /** Rows of one file. */
    public static final int MOST_EXPORTED = 100_000;

    private final PersonFiles files;
    private final Unmasking unmasking;
    private final ParticularsChange changes;
    private final People people;
    private final Divisions divisions;
    private final ExportPurposes purposes;
    private final ScopedWork work;
    private final Clock clock;

    PersonActions(
            PersonFiles files,
            Unmasking unmasking,
            ParticularsChange changes,
            People people,
            Divisions divisions,
            ExportPurposes purposes,
            ScopedWork work,
            Clock clock) {
        this.files = files;
        this.unmasking = unmasking;
        this.changes = changes;
        this.people = people;
        this.divisions = divisions;
        this.purposes = purposes;
        this.work = work;
        this.clock = clock;
    }

    /**
     * 查看完整信息页.
     *
     * @param action where the reason is sent to
     * @param back the page it was asked from
     * @param version of the record that said so once; null for what it says now
     * @param clear the value once it was allowed; null before
     */
    public record UnmaskPage(
            String action,
            String back,
            FieldKind kind,
            @Nullable Integer version,
            @Nullable String clear,
            Answer.@Nullable Refused<String> refused) {
        /** The same with what came of asking. */
        UnmaskPage with(Answer<String> outcome) {
            return switch (outcome) {
                case Answer.Done<String> done -> new UnmaskPage(action, back, kind, version, done.value(), null);
                case Answer.Refused<String> refused -> new UnmaskPage(action, back, kind, version, null, refused);
            };
        }

        PageView on(Page page) {
            return PageView.of("people/unmask.jte", page, this).withStatus(refused == null ? 200 : 422);
        }
    }

    @Needs(Right.REGISTER_UNMASK)
    @GetMapping("/persons/{id}/unmask")
    PageView askToUnmask(
            Desk desk,
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Integer version) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        return unmaskPage(id, fieldKind(kind), version).on(page(desk, file));
    }

    @Needs(Right.REGISTER_UNMASK)
    @PostMapping("/persons/{id}/unmask")
    PageView unmask(
            Desk desk,
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String reason) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        FieldKind field = fieldKind(kind);
        Answer<String> outcome = version == null
                ? unmasking.show(desk.actor(), id, field, reason)
                : unmasking.showFormer(desk.actor(), id, field, version, reason);
        return unmaskPage(id, field, version).with(outcome).on(page(desk, file));
    }

    private static UnmaskPage unmaskPage(long id, FieldKind kind, @Nullable Integer version) {
        return new UnmaskPage("/persons/" + id + "/unmask", "/persons/" + id, kind, version, null, null);
    }

    private static FieldKind fieldKind(String word) {
        return Stream.of(FieldKind.ID_NUMBER, FieldKind.PHONE, FieldKind.ADDRESS, FieldKind.BANK_CARD)
                .filter(kind ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * 登记变更页.
     *
     * @param cardDoubtful whether the card's check digit does not fit: it is kept when the clerk says so once more
     */
    public record ChangePage(
            PersonFile file, ChangeForm form, boolean cardDoubtful, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/persons/{id}/change")
    PageView askToChange(Desk desk, @PathVariable long id) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        return PageView.of(
                "people/change.jte", page(desk, file), new ChangePage(file, ChangeForm.of(file), false, null));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/persons/{id}/change")
    View change(Desk desk, @PathVariable long id, @ModelAttribute ChangeForm form) {
        if (form.cardDoubtful()) {
            PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
            return PageView.of("people/change.jte", page(desk, file), new ChangePage(file, form, true, null));
        }
        Particulars said = form.particulars();
        return switch (changes.change(desk.actor(), id, form.version(), said, desk.today())) {
            case Answer.Done<Long> done -> See.other("/persons/" + id);
            case Answer.Refused<Long> refused -> {
                PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
                yield PageView.of("people/change.jte", page(desk, file), new ChangePage(file, form, false, refused))
                        .withStatus(422);
            }
        };
    }

    /** 导出页: what would leave, asked before it does. */
    public record ExportPage(Query query, long rows, long elsewhere, LocalDate day, boolean purposeMissing) {}

    @Needs(Right.REGISTER_EXPORT)
    @GetMapping("/persons/export")
    PageView askToExport(
            Desk desk,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int age,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "place") PersonQuery.Order sort) {
        return exportPage(desk, new Choice(place, status, age, day, sort), false);
    }

    private PageView exportPage(Desk desk, Choice choice, boolean purposeMissing) {
        PersonQuery query = choice.query(desk);
        ExportPage asked = work.read(
                desk.actor(),
                () -> new ExportPage(
                        choice.address(), people.count(query), people.elsewhere(query), query.day(), purposeMissing));
        Page page = new Page(desk, desk.words().of("web.table.export"), List.of(), Place.PERSONS)
                .under(desk.words().of("web.place.persons"), "/persons");
        return PageView.of("people/export.jte", page, asked);
    }

    @Needs(Right.REGISTER_EXPORT)
    @PostMapping("/persons/export")
    Object export(
            Desk desk,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int age,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "place") PersonQuery.Order sort,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receiver) {
        Choice choice = new Choice(place, status, age, day, sort);
        List<String> fields =
                List.of("name", "id-number", "sex", "born-on", "relation", "household", "village", "status", "died-on");
        byte @Nullable [] workbook = work.write(desk.actor(), () -> {
            PersonQuery query = choice.query(desk);
            List<PersonSummary> persons = people.list(query);
            Answer<Long> answer = purposes.record(
                    desk.actor(),
                    new ExportPurposes.Export("persons", purpose, receiver, fields, persons.size()),
                    null,
                    clock.instant());
            Map<String, String> villages = divisions.namesOf(
                    persons.stream().map(PersonSummary::path).distinct().toList());
            return answer instanceof Answer.Done<Long>
                    ? workbook(desk, fields, persons, villages, elsewhere(desk, query))
                    : null;
        });
        if (workbook == null) {
            return exportPage(desk, choice, true).withStatus(422);
        }
        return ExcelFile.answer(desk.words().of("web.place.persons") + " " + desk.today() + ".xlsx", workbook);
    }

    /** What a list must not leave out silently; empty where nobody is missing. */
    private String elsewhere(Desk desk, PersonQuery query) {
        long missing = people.elsewhere(query);
        Show show = Show.to(desk);
        return missing == 0
                ? ""
                : desk.words().of("register.list.elsewhere", show.number(missing), show.date(query.day()));
    }

    private static byte[] workbook(
            Desk desk, List<String> fields, List<PersonSummary> persons, Map<String, String> villages, String last) {
        Show show = Show.to(desk);
        List<Column> columns = fields.stream()
                .map(field -> new Column(desk.words().of("register.field." + field), Column.Kind.TEXT))
                .toList();
        return ExcelFile.of(columns, rows -> {
            for (PersonSummary person : persons) {
                rows.text(show.name(person.name()))
                        .text(person.maskedId())
                        .text(show.sex(person.sex()))
                        .text(show.date(person.bornOn()))
                        .text(show.code("relation", person.relation()))
                        .text(person.householdNumber())
                        .text(villages.getOrDefault(person.path(), ""))
                        .text(person.statuses().stream().map(show::status).collect(Collectors.joining("、")))
                        .text(show.date(person.diedOn()))
                        .endRow();
            }
            if (!last.isEmpty()) {
                rows.text(last);
                fields.stream().skip(1).forEach(field -> rows.text(""));
                rows.endRow();
            }
        });
    }

    /** What a list was narrowed to. */
    private record Choice(
            String place, String status, int age, @Nullable LocalDate day, PersonQuery.Order sort) {
        PersonQuery query(Desk desk) {
            return new PersonQuery(
                    place.isEmpty() ? desk.actor().scope().path() : place,
                    StatusKind.of(status).orElse(null),
                    Math.clamp(age, 0, 150),
                    day == null ? desk.today() : day,
                    sort,
                    0,
                    MOST_EXPORTED);
        }

        Query address() {
            return Query.of("/persons/export")
                    .with("place", place)
                    .with("status", status)
                    .with("age", age == 0 ? "" : age)
                    .with("day", day)
                    .with(
                            "sort",
                            sort == PersonQuery.Order.PLACE ? "" : sort.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The page of something that is done with a person's record. */
    static Page page(Desk desk, PersonFile file) {
        return new Page(desk, Show.to(desk).name(file.person().name()), List.of(), Place.PERSONS)
                .under(desk.words().of("web.place.persons"), "/persons")
                .under(
                        Show.to(desk).name(file.person().name()),
                        "/persons/" + file.person().id());
    }
}
