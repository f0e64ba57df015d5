package fangpin.office.web.supervision;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.supervision.BankRow;
import fangpin.office.supervision.BankStatements;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FundYears;
import fangpin.office.supervision.SupervisionRefusal;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 银行对账页: months, the rows of one beside the books, and the end of a year. */
@Controller
public class BankPages {
    private static final int ROWS = 500;

    private final BankStatements statements;
    private final FundYears years;
    private final Naming naming;
    private final StaffNames staff;

    BankPages(BankStatements statements, FundYears years, Naming naming, StaffNames staff) {
        this.statements = statements;
        this.years = years;
        this.naming = naming;
        this.staff = staff;
    }

    /** 对账首页. */
    public record MonthsPage(
            List<BankRow.Month> months,
            int year,
            boolean handles,
            BankStatements.@Nullable Taken taken,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/bank-statements")
    PageView months(Desk desk) {
        return months(desk, null, null);
    }

    private PageView months(Desk desk, BankStatements.@Nullable Taken taken, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "supervision/bank-months.jte",
                page(desk),
                new MonthsPage(
                        statements.months(desk.actor()),
                        desk.today().getYear(),
                        desk.actor().may(Right.FUND_PAY),
                        taken,
                        refused));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements")
    View take(Desk desk, @RequestParam @Nullable MultipartFile file) throws IOException {
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Path folder = Files.createTempDirectory("fangpin-bank");
        Path copy = folder.resolve(name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? "s.xlsx" : "s.csv");
        try {
            if (file == null || file.isEmpty()) {
                Files.createFile(copy);
            } else {
                file.transferTo(copy);
            }
            return switch (statements.take(desk.actor(), name, copy, desk.today())) {
                case Answer.Done<BankStatements.Taken>(var taken) -> months(desk, taken, null);
                case Answer.Refused<BankStatements.Taken> refused ->
                    months(desk, null, refused).withStatus(422);
            };
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    /** 月度对账页. */
    public record MonthPage(
            BankRow.Month month,
            List<BankRow> rows,
            List<BankRow.Ours> ours,
            Map<Long, String> staff,
            boolean handles,
            boolean closes,
            Answer.@Nullable Refused<?> refused) {
        /** As an address names the month. */
        public String shown() {
            return YearMonth.from(month.month()).toString();
        }

        /** Where what a row is can be seen; empty when nowhere. */
        public static String door(BankRow.Match match) {
            return match.kind() == BankRow.Kind.REQUEST ? "/fund-requests/" + match.id() : "";
        }

        /** What a row may be: of the same amount. */
        public List<BankRow.Ours> fitting(BankRow row) {
            return ours.stream()
                    .filter(one -> one.amountFen() == row.amountFen())
                    .toList();
        }
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/bank-statements/{month}")
    PageView month(Desk desk, @PathVariable String month) {
        return month(desk, first(month), null);
    }

    private static LocalDate first(String month) {
        return TypedDay.of(month + "-01").orElseThrow(NotFoundException::new);
    }

    private PageView month(Desk desk, LocalDate month, Answer.@Nullable Refused<?> refused) {
        BankRow.Month found = statements.month(desk.actor(), month);
        List<BankRow> rows = statements.rows(desk.actor(), month);
        boolean handles = desk.actor().may(Right.FUND_PAY) && found.closedBy() == null;
        return PageView.of(
                "supervision/bank-month.jte",
                page(desk).under(desk.words().of("web.place.bank-statements"), "/bank-statements"),
                new MonthPage(
                        found,
                        rows,
                        statements.ours(desk.actor(), month),
                        staff.namesOf(Stream.concat(
                                        Stream.of(found.askedBy(), found.closedBy())
                                                .filter(Objects::nonNull),
                                        rows.stream()
                                                .map(BankRow::match)
                                                .filter(Objects::nonNull)
                                                .map(BankRow.Match::by))
                                .toList()),
                        handles,
                        handles
                                && found.askedBy() != null
                                && !found.askedBy().equals(desk.actor().userId()),
                        refused));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/{month}/match")
    View match(Desk desk, @PathVariable String month) {
        return answer(desk, month, statements.match(desk.actor(), desk.today()));
    }

    /** The kind and number of what a row is: {@code payment/12}, or {@code other}. */
    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/{month}/rows/{row}/match")
    View matchByHand(
            Desk desk,
            @PathVariable String month,
            @PathVariable long row,
            @RequestParam(defaultValue = "other") String is,
            @RequestParam(defaultValue = "") String reason) {
        int slash = is.indexOf('/');
        BankRow.Kind kind = Finding.of(BankRow.Kind.class, slash < 0 ? is : is.substring(0, slash))
                .orElseThrow(NotFoundException::new);
        String number = slash < 0 ? "0" : is.substring(slash + 1);
        if (!number.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return answer(
                desk,
                month,
                statements.matchByHand(desk.actor(), row, kind, Long.parseLong(number), reason, desk.today()));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/{month}/rows/{row}/unmatch")
    View unmatch(Desk desk, @PathVariable String month, @PathVariable long row) {
        return answer(desk, month, statements.unmatch(desk.actor(), row));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/{month}/ask")
    View ask(Desk desk, @PathVariable String month, @RequestParam(defaultValue = "") String note) {
        return answer(desk, month, statements.askClose(desk.actor(), first(month), note, desk.today()));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/{month}/close")
    View close(Desk desk, @PathVariable String month) {
        return answer(desk, month, statements.close(desk.actor(), first(month), desk.today()));
    }

    private View answer(Desk desk, String month, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/bank-statements/" + YearMonth.from(first(month)));
            case Answer.Refused<?> refused
            when refused.reason() == SupervisionRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> month(desk, first(month), refused).withStatus(422);
        };
    }

    /** 年终关账页. */
    public record YearPage(
            FundYears.Year year,
            List<FundYears.Open> open,
            List<FundYears.CarryOver> carried,
            Map<Long, String> items,
            Map<Long, String> staff,
            boolean handles,
            boolean closes,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/bank-statements/years/{year}")
    PageView year(Desk desk, @PathVariable int year) {
        return year(desk, year, null);
    }

    private PageView year(Desk desk, int year, Answer.@Nullable Refused<?> refused) {
        FundYears.Year found = years.year(desk.actor(), year);
        List<FundYears.CarryOver> carried = years.carryOvers(desk.actor(), year, ROWS);
        Map<Long, String> items = new HashMap<>();
        carried.forEach(one -> items.put(one.line(), naming.item(desk, one.pack(), one.item())));
        boolean handles = desk.actor().may(Right.FUND_PAY) && found.closedBy() == null;
        return PageView.of(
                "supervision/fund-year.jte",
                page(desk).under(desk.words().of("web.place.bank-statements"), "/bank-statements"),
                new YearPage(
                        found,
                        years.open(desk.actor(), year),
                        carried,
                        items,
                        staff.namesOf(Stream.of(found.askedBy(), found.closedBy())
                                .filter(Objects::nonNull)
                                .toList()),
                        handles,
                        handles
                                && found.askedBy() != null
                                && !found.askedBy().equals(desk.actor().userId()),
                        refused));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/years/{year}/ask")
    View askYear(Desk desk, @PathVariable int year, @RequestParam(defaultValue = "") String note) {
        return answer(desk, year, years.ask(desk.actor(), year, note, desk.today()));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/bank-statements/years/{year}/close")
    View closeYear(Desk desk, @PathVariable int year) {
        return answer(desk, year, years.close(desk.actor(), year, desk.today()));
    }

    private View answer(Desk desk, int year, Answer<Integer> answer) {
        return switch (answer) {
            case Answer.Done<Integer> done -> See.other("/bank-statements/years/" + year);
            case Answer.Refused<Integer> refused
            when refused.reason() == SupervisionRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Integer> refused -> year(desk, year, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.bank-statements"), List.of(), Place.BANK_STATEMENTS);
    }
}
