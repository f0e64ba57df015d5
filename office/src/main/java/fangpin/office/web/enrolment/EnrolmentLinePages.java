package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredLine;
import fangpin.office.enrolment.ListLine;
import fangpin.office.enrolment.ListLines;
import fangpin.office.enrolment.ListQuestion;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.FilePassword;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 名单明细: the lines of a list, and the list for the insurer in clear. */
@Controller
public class EnrolmentLinePages {
    private static final int ROWS = 50;

    private final Enrolments enrolments;
    private final ListLines lines;
    private final PolicyLibrary library;
    private final EnrolmentPages lists;
    private final Clock clock;

    EnrolmentLinePages(
            Enrolments enrolments, ListLines lines, PolicyLibrary library, EnrolmentPages lists, Clock clock) {
        this.enrolments = enrolments;
        this.lines = lines;
        this.library = library;
        this.lists = lists;
        this.clock = clock;
    }

    /** 名单明细页. */
    public record LinesPage(
            Enrolment list,
            Query query,
            String productName,
            List<ListLine> lines,
            @Nullable ListLine next) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/enrolments/{id}/persons")
    PageView persons(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String afterPath,
            @RequestParam(defaultValue = "0") long afterPerson) {
        Enrolment list = enrolments.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        String shown = product.isEmpty() ? list.contract().products().getFirst().product() : product;
        Enrolment.Outcome wanted = outcome(outcome).orElse(null);
        List<ListLine> found = lines.page(
                desk.actor(),
                new ListQuestion(
                        id,
                        shown,
                        wanted,
                        reason,
                        place.isEmpty() ? list.path() : place,
                        afterPath,
                        afterPerson,
                        ROWS + 1));
        boolean more = found.size() > ROWS;
        List<ListLine> rows = more ? found.subList(0, ROWS) : found;
        Query query = Query.of("/enrolments/" + id + "/persons")
                .with("place", place)
                .with("product", shown)
                .with("outcome", outcome)
                .with("reason", reason);
        return PageView.of(
                "enrolment/persons.jte",
                EnrolmentPages.page(desk, "enrolment.persons", list.contract())
                        .under(desk.words().of("enrolment.list"), "/enrolments/" + id),
                new LinesPage(
                        list,
                        query,
                        Show.to(desk).text(library.productName(list.contract().pack(), shown)),
                        rows,
                        more ? rows.getLast() : null));
    }

    private static Optional<Enrolment.Outcome> outcome(String word) {
        return Arrays.stream(Enrolment.Outcome.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/export")
    Object export(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String password) {
        Enrolment list = enrolments.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Optional<FilePassword> lock = FilePassword.of(password);
        if (lock.isEmpty()) {
            return lists.answer(desk, id, Answer.refused(EnrolmentRefusal.FILE_PASSWORD));
        }
        Enrolment.Outcome wanted = outcome(outcome).orElse(Enrolment.Outcome.ADDED);
        return switch (lines.export(desk.actor(), list, wanted, purpose, receiver, clock.instant())) {
            case Answer.Refused<List<InsuredLine>> refused ->
                lists.answer(desk, id, new Answer.Refused<>(refused.reason(), refused.arguments()));
            case Answer.Done<List<InsuredLine>> done ->
                ExcelFile.answer(
                        list.contract().number() + " " + desk.words().of("enrolment.outcome." + wanted.word()) + " "
                                + list.asOf() + ".xlsx",
                        lock.get().lock(workbook(desk, done.value())));
        };
    }

    static byte[] workbook(Desk desk, List<InsuredLine> insured) {
        List<Column> columns = ListLines.FIELDS.stream()
                .map(field -> new Column(desk.words().of("register.field." + field), Column.Kind.TEXT))
                .toList();
        return ExcelFile.of(columns, rows -> {
            for (InsuredLine line : insured) {
                rows.text(line.name())
                        .text(line.idNumber())
                        .text(line.address())
                        .endRow();
            }
        });
    }
}
