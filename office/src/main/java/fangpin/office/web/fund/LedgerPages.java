package fangpin.office.web.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.fund.AccountKind;
import fangpin.office.fund.Books;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.supervision.FundIntegrity;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.tables.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 账簿: from a total to its accounts, to what moved on one, to the entry and what it was for. */
@Controller
public class LedgerPages {
    private static final int ROWS = 50;

    private final Books books;
    private final PolicyLibrary library;
    private final PlaceNames names;
    private final StaffNames staff;
    private final FundIntegrity integrity;

    LedgerPages(Books books, PolicyLibrary library, PlaceNames names, StaffNames staff, FundIntegrity integrity) {
        this.integrity = integrity;
        this.books = books;
        this.library = library;
        this.names = names;
        this.staff = staff;
    }

    /** 账簿页. */
    public record TotalsPage(List<Books.Total> totals, PolicyLibrary library) {
        /** All that stands on the debit side. */
        public long debitFen() {
            return totals.stream()
                    .mapToLong(one -> Math.max(one.balanceFen(), 0))
                    .sum();
        }

        /** All that stands on the credit side; another sum where an account lies outside of the reader's division. */
        public long creditFen() {
            return totals.stream()
                    .mapToLong(one -> Math.max(-one.balanceFen(), 0))
                    .sum();
        }
    }

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger")
    PageView totals(Desk desk) {
        return PageView.of(
                "fund/ledger.jte", page(desk, "web.place.ledger"), new TotalsPage(books.totals(desk.actor()), library));
    }

    /** 科目页. */
    public record AccountsPage(
            AccountKind kind,
            long contract,
            String product,
            List<Books.Balance> balances,
            Map<String, String> places) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger/accounts")
    PageView accounts(
            Desk desk,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long contract,
            @RequestParam(defaultValue = "") String product) {
        AccountKind asked = kind(kind);
        List<Books.Balance> found = books.balances(desk.actor(), asked, contract, product);
        return PageView.of(
                "fund/accounts.jte",
                page(desk, "fund.kind." + asked.word()).under(desk.words().of("web.place.ledger"), "/ledger"),
                new AccountsPage(asked, contract, product, found, places(desk, found)));
    }

    private static AccountKind kind(String word) {
        return Arrays.stream(AccountKind.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Map<String, String> places(Desk desk, List<Books.Balance> found) {
        return names.of(desk, found.stream().map(one -> one.account().path()).toList());
    }

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger/accounts/export")
    Object export(
            Desk desk,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long contract,
            @RequestParam(defaultValue = "") String product) {
        AccountKind asked = kind(kind);
        List<Books.Balance> found = books.balances(desk.actor(), asked, contract, product);
        Map<String, String> places = places(desk, found);
        Page page = page(desk, "fund.kind." + asked.word());
        List<Column> columns = List.of(
                new Column(page.say("fund.place"), Column.Kind.TEXT),
                new Column(page.say("fund.holder"), Column.Kind.TEXT),
                new Column(page.say("fund.balance"), Column.Kind.MONEY),
                new Column(page.say("fund.reserved"), Column.Kind.MONEY));
        return ExcelFile.answer(page.title() + " " + desk.today() + ".xlsx", ExcelFile.of(columns, rows -> {
            for (Books.Balance one : found) {
                rows.text(places.getOrDefault(one.account().path(), ""))
                        .text(holder(page, one))
                        .money(one.balanceFen())
                        .money(one.reservedFen())
                        .endRow();
            }
        }));
    }

    /** Who the other side of an account is. */
    public static String holder(Page page, Books.Balance one) {
        String holder = one.account().holder();
        return holder.contains("/") ? Subjects.words(page, holder) : holder;
    }

    /** 账户页. */
    public record AccountPage(
            Books.Balance balance,
            String place,
            List<Books.Line> lines,
            @Nullable Long next) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger/accounts/{id}")
    PageView account(
            Desk desk, @PathVariable long id, @RequestParam(defaultValue = "9223372036854775807") long before) {
        Books.Balance balance = books.balance(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Books.Line> found = books.lines(desk.actor(), id, before, ROWS + 1);
        List<Books.Line> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "fund/account.jte",
                page(desk, "fund.kind." + balance.account().kind().word())
                        .under(desk.words().of("web.place.ledger"), "/ledger"),
                new AccountPage(
                        balance,
                        places(desk, List.of(balance))
                                .getOrDefault(balance.account().path(), ""),
                        rows,
                        found.size() > ROWS ? rows.getLast().entryId() : null));
    }

    /** 凭证页. */
    public record EntryPage(Books.Entry entry, Map<String, String> places, Map<Long, String> staff) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger/entries/{id}")
    PageView entry(Desk desk, @PathVariable long id) {
        Books.Entry entry = books.entry(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "fund/entry.jte",
                page(desk, "fund.entry").under(desk.words().of("web.place.ledger"), "/ledger"),
                new EntryPage(
                        entry,
                        names.of(
                                desk,
                                entry.lines().stream()
                                        .map(line -> line.account().path())
                                        .toList()),
                        staff.namesOf(Set.of(entry.enteredBy()))));
    }

    @Needs(Right.LEDGER_READ)
    @GetMapping("/ledger/check")
    PageView check(Desk desk) {
        return PageView.of(
                "fund/check.jte",
                page(desk, "fund.check").under(desk.words().of("web.place.ledger"), "/ledger"),
                faults(desk.actor()));
    }

    /** The books, and for those who see special funds whether these agree in every part. */
    private List<Books.Fault> faults(Actor actor) {
        List<Books.Fault> faults = new ArrayList<>(books.faults(actor));
        if (actor.may(Right.FUND_READ)) {
            faults.addAll(integrity.faults(actor));
        }
        return faults;
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.LEDGER);
    }
}
