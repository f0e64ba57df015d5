package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.EndedLine;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.InsuredLine;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.FilePassword;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 本机构被保险人: for an insurer, the people of its own lists and whom they end, by name, ID number and address. */
@Controller
public class OwnInsuredPages {
    private static final int ROWS = 50;

    private final InsuredPeople insured;
    private final PolicyLibrary library;
    private final Clock clock;

    OwnInsuredPages(InsuredPeople insured, PolicyLibrary library, Clock clock) {
        this.insured = insured;
        this.library = library;
        this.clock = clock;
    }

    /** 本机构被保险人首页. */
    @Needs(Right.INSURED_READ)
    @GetMapping("/own-insured")
    PageView ownLists(Desk desk) {
        return PageView.of("enrolment/own-lists.jte", page(desk), insured.ownLists(desk.actor()));
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
                foundEnded.stream().limit(ROWS).map(OwnInsuredPages::masked).toList();
        return PageView.of(
                "enrolment/own-insured.jte",
                page(desk).under(desk.words().of("web.place.own-insured"), "/own-insured"),
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
        return exported(
                desk,
                list,
                "",
                password,
                () -> insured.exportOwn(desk.actor(), id, purpose, clock.instant()),
                lines -> EnrolmentLinePages.workbook(desk, lines));
    }

    @Needs(Right.INSURED_READ)
    @PostMapping("/own-insured/{id}/ended/export")
    Object exportEnded(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String password) {
        InsuredPeople.OwnList list = ownList(desk, id);
        return exported(
                desk,
                list,
                " " + desk.words().of("enrolment.own.ended"),
                password,
                () -> insured.exportEnded(desk.actor(), id, purpose, clock.instant()),
                lines -> endedWorkbook(desk, list, lines));
    }

    private <T> Object exported(
            Desk desk,
            InsuredPeople.OwnList list,
            String what,
            String password,
            Supplier<Answer<List<T>>> lines,
            Function<List<T>, byte[]> workbook) {
        Optional<FilePassword> lock = FilePassword.of(password);
        Answer<List<T>> answer = lock.isEmpty() ? Answer.refused(EnrolmentRefusal.FILE_PASSWORD) : lines.get();
        return switch (answer) {
            case Answer.Refused<List<T>> refused ->
                own(desk, list.id(), 0, Ended.FIRST, refused).withStatus(422);
            case Answer.Done<List<T>>(List<T> done) ->
                ExcelFile.answer(
                        list.contract() + " " + list.asOf() + what + ".xlsx",
                        lock.orElseThrow().lock(workbook.apply(done)));
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

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of(Place.OWN_INSURED.key()), List.of(), Place.OWN_INSURED);
    }
}
