package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.Reconciliations;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Statement;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.TypedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 月度对账页: the totals of a month, a party's statement, and what differs. */
@Controller
public class ReconciliationPages {
    private static final int ROWS = 50;

    private final Reconciliations reconciliations;
    private final Hospitals hospitals;
    private final PolicyLibrary library;

    ReconciliationPages(Reconciliations reconciliations, Hospitals hospitals, PolicyLibrary library) {
        this.reconciliations = reconciliations;
        this.hospitals = hospitals;
        this.library = library;
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.reconciliations"), List.of(), Place.RECONCILIATIONS);
    }

    /** A total with the name of its product. */
    public record Line(Statement.Total total, Text product) {}

    /** 对账首页. */
    public record MonthPage(
            LocalDate month,
            List<Line> lines,
            List<Statement> statements,
            List<Hospital> hospitals,
            boolean insurers,
            Answer.@Nullable Refused<?> refused) {
        /** As an address names the month. */
        public String shown() {
            return YearMonth.from(month).toString();
        }

        /** All hospitals together, fen. */
        public long fen() {
            return lines.stream().mapToLong(line -> line.total().fen()).sum();
        }
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/reconciliations")
    PageView month(Desk desk, @RequestParam(defaultValue = "") String month) {
        return month(desk, first(desk, month), null);
    }

    private static LocalDate first(Desk desk, String month) {
        return TypedDay.of(month + "-01").orElse(desk.today().withDayOfMonth(1));
    }

    private PageView month(Desk desk, LocalDate month, Answer.@Nullable Refused<?> refused) {
        boolean writes = desk.actor().may(Right.RECONCILIATION_WRITE);
        return PageView.of(
                "settlement/reconciliations.jte",
                page(desk),
                new MonthPage(
                        month,
                        reconciliations.totals(desk.actor(), month).stream()
                                .map(total -> new Line(total, library.productName(total.pack(), total.product())))
                                .toList(),
                        reconciliations.newest(desk.actor(), ROWS),
                        writes ? hospitals.of(desk.actor()) : List.of(),
                        writes && !desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    @Needs(Right.RECONCILIATION_WRITE)
    @PostMapping("/reconciliations")
    View compare(
            Desk desk,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "0") long hospital,
            @RequestParam @Nullable MultipartFile file)
            throws IOException {
        LocalDate first = first(desk, month);
        if (file == null || file.isEmpty()) {
            return month(
                            desk,
                            first,
                            new Answer.Refused<>(SettlementRefusal.MISSING_FIELD, List.of(new Text("文件", "file"))))
                    .withStatus(422);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Path folder = Files.createTempDirectory("fangpin-statement");
        Path copy = folder.resolve(name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? "s.xlsx" : "s.csv");
        try {
            file.transferTo(copy);
            Answer<Long> compared = reconciliations.compare(
                    desk.actor(),
                    new Reconciliations.Sent(hospital == 0 ? null : hospital, first, name, copy),
                    desk.today());
            return switch (compared) {
                case Answer.Done<Long>(Long id) -> See.other("/reconciliations/" + id);
                case Answer.Refused<Long> refused -> month(desk, first, refused).withStatus(422);
            };
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    /** 对账单页. */
    public record StatementPage(
            Statement statement,
            List<Statement.Difference> differences,
            @Nullable Long next,
            boolean writes,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/reconciliations/{id}")
    PageView one(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        return one(desk, id, after, null);
    }

    private PageView one(Desk desk, long id, long after, Answer.@Nullable Refused<?> refused) {
        Statement statement = reconciliations.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Statement.Difference> found = reconciliations.differences(desk.actor(), id, after, ROWS + 1);
        List<Statement.Difference> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "settlement/statement.jte",
                page(desk)
                        .under(
                                desk.words().of("web.place.reconciliations"),
                                "/reconciliations?month=" + YearMonth.from(statement.month())),
                new StatementPage(
                        statement,
                        shown,
                        found.size() > ROWS ? shown.getLast().id() : null,
                        desk.actor().may(Right.RECONCILIATION_WRITE) && statement.closedOn() == null,
                        refused));
    }

    @Needs(Right.RECONCILIATION_WRITE)
    @PostMapping("/reconciliations/{id}/differences/{difference}")
    View clear(
            Desk desk,
            @PathVariable long id,
            @PathVariable long difference,
            @RequestParam(defaultValue = "") String note) {
        return answer(desk, id, reconciliations.closeDifference(desk.actor(), id, difference, note, desk.today()));
    }

    @Needs(Right.RECONCILIATION_WRITE)
    @PostMapping("/reconciliations/{id}/close")
    View close(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String note) {
        return answer(desk, id, reconciliations.close(desk.actor(), id, note, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/reconciliations/" + id);
            case Answer.Refused<Long> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Long> refused -> one(desk, id, 0, refused).withStatus(422);
        };
    }
}
