package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.EndedLine;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.InsuredLine;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.enrolment.InsuredPerson;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.FilePassword;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 参保人员: who is covered on a day; and for an insurer, the people of its own lists. */
@Controller
public class InsuredPages {
    private static final int ROWS = 50;

    private final InsuredPeople insured;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final Divisions divisions;
    private final ScopedWork work;
    private final Clock clock;

    InsuredPages(
            InsuredPeople insured,
            Adoptions adoptions,
            PolicyLibrary library,
            Divisions divisions,
            ScopedWork work,
            Clock clock) {
        this.insured = insured;
        this.adoptions = adoptions;
        this.library = library;
        this.divisions = divisions;
        this.work = work;
        this.clock = clock;
    }

    /** A product of a pack in use. */
    public record Choice(PolicyPack pack, Product product) {
        /** As a form names it. */
        public String id() {
            return pack.id() + "." + product.id();
        }
    }

    /** 参保人员页. */
    public record PeoplePage(
            List<Choice> choices,
            Query query,
            LocalDate day,
            List<Division> places,
            long total,
            List<InsuredPerson> people,
            @Nullable InsuredPerson next) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/insured")
    PageView people(
            Desk desk,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") List<String> without,
            @RequestParam(defaultValue = "false") boolean begun,
            @RequestParam(defaultValue = "") String afterPath,
            @RequestParam(defaultValue = "0") long afterPerson) {
        List<Choice> choices = library.packs().stream()
                .flatMap(pack -> adoptions.inUse(desk.actor(), pack.id()).stream())
                .map(used -> used.rules().pack())
                .flatMap(pack -> pack.products().stream().map(one -> new Choice(pack, one)))
                .toList();
        LocalDate shown = ContractPages.day(day).orElse(desk.today());
        String scope = desk.actor().scope().path();
        String within = place.startsWith(scope) ? place : scope;
        List<Division> places = work.read(
                desk.actor(),
                () -> Stream.concat(divisions.find(within).stream(), divisions.below(within).stream())
                        .toList());
        Choice choice = choices.stream()
                .filter(one -> one.id().equals(product))
                .findFirst()
                .orElse(choices.isEmpty() ? null : choices.getFirst());
        Query query = Query.of("/insured")
                .with("product", choice == null ? "" : choice.id())
                .with("place", place)
                .with("day", day)
                .with("without", String.join(",", without))
                .with("begun", begun ? "true" : "");
        if (choice == null) {
            return PageView.of(
                    "enrolment/insured.jte",
                    page(desk, Place.INSURED),
                    new PeoplePage(choices, query, shown, places, 0, List.of(), null));
        }
        InsuredPeople.Question asked =
                new InsuredPeople.Question(choice.pack().id(), choice.product().id(), within, without, shown, begun);
        List<InsuredPerson> found = insured.page(desk.actor(), asked, afterPath, afterPerson, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<InsuredPerson> rows = more ? found.subList(0, ROWS) : found;
        return PageView.of(
                "enrolment/insured.jte",
                page(desk, Place.INSURED),
                new PeoplePage(
                        choices,
                        query,
                        shown,
                        places,
                        insured.count(desk.actor(), asked),
                        rows,
                        more ? rows.getLast() : null));
    }

    /** 本机构被保险人首页. */
    @Needs(Right.INSURED_READ)
    @GetMapping("/own-insured")
    PageView ownLists(Desk desk) {
        return PageView.of("enrolment/own-lists.jte", page(desk, Place.OWN_INSURED), insured.ownLists(desk.actor()));
    }

    /**
     * 本机构名单页.
     *
     * @param people with their ID numbers masked
     * @param ended the same; those of the first page stand on it, the rest on pages of their own
     */
    public record OwnPage(
            InsuredPeople.OwnList list,
            List<InsuredLine> people,
            @Nullable Long next,
            List<EndedLine> ended,
            @Nullable EndedLine nextEnded,
            PolicyLibrary library,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.INSURED_READ)
    @GetMapping("/own-insured/{id}")
    PageView own(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long afterEnded,
            @RequestParam(defaultValue = "") String afterProduct) {
        return own(desk, id, after, new Ended(afterEnded, afterProduct), null);
    }

    /** After whom a page of the ended goes on. */
    private record Ended(long person, String product) {
        static final Ended FIRST = new Ended(0, "");
    }

    private PageView own(Desk desk, long id, long after, Ended afterEnded, Answer.@Nullable Refused<?> refused) {
        InsuredPeople.OwnList list = ownList(desk, id);
        List<InsuredLine> found = insured.own(desk.actor(), id, after, ROWS + 1);
        List<InsuredLine> rows = (found.size() > ROWS ? found.subList(0, ROWS) : found)
                .stream()
                        .map(line -> new InsuredLine(
                                line.personId(),
                                line.name(),
                                Mask.of(FieldKind.ID_NUMBER, line.idNumber()),
                                Mask.of(FieldKind.ADDRESS, line.address())))
                        .toList();
        List<EndedLine> foundEnded =
                insured.ended(desk.actor(), id, afterEnded.person(), afterEnded.product(), ROWS + 1);
        List<EndedLine> ended =
                foundEnded.stream().limit(ROWS).map(InsuredPages::masked).toList();
        return PageView.of(
                "enrolment/own-insured.jte",
                page(desk, Place.OWN_INSURED).under(desk.words().of("web.place.own-insured"), "/own-insured"),
                new OwnPage(
                        list,
                        rows,
                        found.size() > ROWS ? rows.getLast().personId() : null,
                        ended,
                        foundEnded.size() > ROWS ? ended.getLast() : null,
                        library,
                        refused));
    }

    private static EndedLine masked(EndedLine line) {
        return new EndedLine(
                line.personId(),
                line.name(),
                Mask.of(FieldKind.ID_NUMBER, line.idNumber()),
                Mask.of(FieldKind.ADDRESS, line.address()),
                line.product(),
                line.validTo());
    }

    private InsuredPeople.OwnList ownList(Desk desk, long id) {
        return insured.ownLists(desk.actor()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @Needs(Right.INSURED_READ)
    @PostMapping("/own-insured/{id}/export")
    Object exportOwn(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String password) {
        InsuredPeople.OwnList list = ownList(desk, id);
        Optional<FilePassword> lock = FilePassword.of(password);
        if (lock.isEmpty()) {
            return own(desk, id, 0, Ended.FIRST, new Answer.Refused<>(EnrolmentRefusal.FILE_PASSWORD, List.of()))
                    .withStatus(422);
        }
        return switch (insured.exportOwn(desk.actor(), id, purpose, clock.instant())) {
            case Answer.Refused<List<InsuredLine>> refused ->
                own(desk, id, 0, Ended.FIRST, refused).withStatus(422);
            case Answer.Done<List<InsuredLine>> done ->
                ExcelFile.answer(
                        list.contract() + " " + list.asOf() + ".xlsx",
                        lock.get().lock(EnrolmentLinePages.workbook(desk, done.value())));
        };
    }

    @Needs(Right.INSURED_READ)
    @PostMapping("/own-insured/{id}/ended/export")
    Object exportEnded(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String password) {
        InsuredPeople.OwnList list = ownList(desk, id);
        Optional<FilePassword> lock = FilePassword.of(password);
        if (lock.isEmpty()) {
            return own(desk, id, 0, Ended.FIRST, new Answer.Refused<>(EnrolmentRefusal.FILE_PASSWORD, List.of()))
                    .withStatus(422);
        }
        return switch (insured.exportEnded(desk.actor(), id, purpose, clock.instant())) {
            case Answer.Refused<List<EndedLine>> refused ->
                own(desk, id, 0, Ended.FIRST, refused).withStatus(422);
            case Answer.Done<List<EndedLine>> done ->
                ExcelFile.answer(
                        list.contract() + " " + list.asOf() + " " + desk.words().of("enrolment.own.ended") + ".xlsx",
                        lock.get().lock(endedWorkbook(desk, list, done.value())));
        };
    }

    private byte[] endedWorkbook(Desk desk, InsuredPeople.OwnList list, List<EndedLine> ended) {
        Show show = Show.to(desk);
        List<Column> columns = Stream.of(
                        "register.field.name",
                        "register.field.id-number",
                        "register.field.address",
                        "fund.product",
                        "enrolment.own.until")
                .map(key -> new Column(desk.words().of(key), Column.Kind.TEXT))
                .toList();
        return ExcelFile.of(
                columns,
                rows -> ended.forEach(line -> rows.text(line.name())
                        .text(line.idNumber())
                        .text(line.address())
                        .text(show.text(library.productName(list.pack(), line.product())))
                        .text(
                                line.validTo() == null
                                        ? desk.words().of("enrolment.own.never")
                                        : show.until(line.validTo()))
                        .endRow()));
    }

    private static Page page(Desk desk, Place place) {
        return new Page(desk, desk.words().of(place.key()), List.of(), place);
    }
}
