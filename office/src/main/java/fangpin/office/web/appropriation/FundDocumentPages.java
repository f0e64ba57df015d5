package fangpin.office.web.appropriation;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.appropriation.AppropriationRefusal;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundReceipt;
import fangpin.office.appropriation.FundRules;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import fangpin.office.web.fund.PlaceNames;
import fangpin.tables.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 指标文件: what gave money to a division, entered by finance, confirmed by another, and what arrived of it. */
@Controller
public class FundDocumentPages {
    private final FundDocuments documents;
    private final BudgetLines lines;
    private final FundRules rules;
    private final PlaceNames names;
    private final StaffNames staff;
    private final Laws laws;

    FundDocumentPages(
            FundDocuments documents,
            BudgetLines lines,
            FundRules rules,
            PlaceNames names,
            StaffNames staff,
            Laws laws) {
        this.documents = documents;
        this.lines = lines;
        this.rules = rules;
        this.names = names;
        this.staff = staff;
        this.laws = laws;
    }

    /** 指标文件列表页. */
    public record ListPage(int year, boolean below, List<FundDocument> documents, Map<String, String> places) {
        /** What those that count give together. */
        public long sumFen() {
            return confirmed().mapToLong(FundDocument::amountFen).sum();
        }

        /** What arrived of them. */
        public long receivedFen() {
            return confirmed().mapToLong(FundDocument::receivedFen).sum();
        }

        private Stream<FundDocument> confirmed() {
            return documents.stream().filter(one -> one.state() == FundDocument.State.CONFIRMED);
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-documents")
    PageView list(
            Desk desk, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String below) {
        return PageView.of(
                "appropriation/documents.jte", page(desk, "web.place.fund-documents"), listed(desk, year, below));
    }

    private ListPage listed(Desk desk, String year, String below) {
        int shown = Form.year(desk, year);
        List<FundDocument> found = documents.list(desk.actor(), shown, !below.isEmpty());
        return new ListPage(
                shown,
                !below.isEmpty(),
                found,
                names.of(desk, found.stream().map(FundDocument::path).toList()));
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-documents/export")
    Object export(
            Desk desk, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String below) {
        ListPage it = listed(desk, year, below);
        Page page = page(desk, "web.place.fund-documents");
        List<Column> columns = List.of(
                new Column(page.say("appropriation.number"), Column.Kind.TEXT),
                new Column(page.say("appropriation.place"), Column.Kind.TEXT),
                new Column(page.say("appropriation.level"), Column.Kind.TEXT),
                new Column(page.say("appropriation.fund"), Column.Kind.TEXT),
                new Column(page.say("appropriation.budget-code"), Column.Kind.TEXT),
                new Column(page.say("appropriation.issued-on"), Column.Kind.TEXT),
                new Column(page.say("appropriation.amount"), Column.Kind.MONEY),
                new Column(page.say("appropriation.received"), Column.Kind.MONEY),
                new Column(page.say("register.field.stage"), Column.Kind.TEXT));
        return ExcelFile.answer(page.title() + " " + it.year() + ".xlsx", ExcelFile.of(columns, rows -> {
            for (FundDocument one : it.documents()) {
                rows.text(one.number())
                        .text(it.places().getOrDefault(one.path(), ""))
                        .text(page.say(one.origin().key()))
                        .text(one.fund())
                        .text(one.budgetCode())
                        .text(one.issuedOn().toString())
                        .money(one.amountFen())
                        .money(one.receivedFen())
                        .text(page.say(
                                "appropriation.document-state." + one.state().word()))
                        .endRow();
            }
        }));
    }

    /**
     * 指标文件页.
     *
     * @param unfit items that do not go with the level's money, and why
     */
    public record DocumentPage(
            FundDocument document,
            List<FundReceipt> receipts,
            List<BudgetLine> lines,
            Map<String, FundRules.Unfit> unfit,
            Map<String, String> places,
            Map<Long, String> staff,
            List<Law> laws,
            FundRules rules,
            Answer.@Nullable Refused<?> refused) {
        /** What an item is called. */
        public String item(Show show, String id) {
            return show.text(rules.itemName(document.pack(), id));
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-documents/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        FundDocument document = documents.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<BudgetLine> found = lines.ofDocument(desk.actor(), id);
        Map<String, FundRules.Unfit> unfit = new LinkedHashMap<>();
        rules.pack(desk.actor(), document.pack())
                .ifPresent(pack -> document.items()
                        .forEach(item -> FundRules.unfit(pack, document.origin(), item.item())
                                .ifPresent(why -> unfit.put(item.item(), why))));
        return PageView.of(
                "appropriation/document.jte",
                page(desk, "appropriation.document")
                        .under(desk.words().of("web.place.fund-documents"), "/fund-documents?year=" + document.year()),
                new DocumentPage(
                        document,
                        documents.receipts(desk.actor(), id),
                        found,
                        unfit,
                        names.of(
                                desk,
                                Stream.concat(found.stream().map(BudgetLine::path), Stream.of(document.path()))
                                        .toList()),
                        staff.namesOf(Stream.of(document.enteredBy(), document.answeredBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        laws.of("WH6 §3.1", "WHT"),
                        rules,
                        refused));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-documents/{id}/confirm")
    View confirm(Desk desk, @PathVariable long id) {
        return seen(desk, id, documents.confirm(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-documents/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return seen(desk, id, documents.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-documents/{id}/receive")
    View receive(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        Answer<FundDocument> answer = form.day("receivedOn")
                .map(day -> documents.receive(
                        desk.actor(),
                        id,
                        new FundDocuments.Arrived(Form.amount(form, "amount"), day, form.in("bankReference")),
                        desk.today()))
                .orElseGet(() -> Answer.refused(AppropriationRefusal.BAD_DATE));
        return seen(desk, id, answer);
    }

    private View seen(Desk desk, long id, Answer<FundDocument> answer) {
        return switch (answer) {
            case Answer.Done<FundDocument> done -> See.other("/fund-documents/" + id);
            case Answer.Refused<FundDocument> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.FUND_DOCUMENTS);
    }
}
