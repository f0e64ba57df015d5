package fangpin.office.web.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundRules;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.papers.Letter;
import fangpin.office.papers.PdfLetter;
import fangpin.office.papers.WordLetter;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.SavedFile;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import fangpin.tables.Column;
import fangpin.tables.RowBuffer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 报表与公文: the statements and letters of special funds, each as a page, Excel, Word and PDF. */
@Controller
public class FundPaperPages {
    private final SourcesPaper sources;
    private final AllocationPaper allocation;
    private final UsesPaper uses;
    private final NeedPaper need;
    private final BoardPaper board;
    private final Allocations allocations;
    private final PaymentRequests requests;
    private final FundRules rules;
    private final PublicPages publicPages;
    private final Laws laws;

    FundPaperPages(
            SourcesPaper sources,
            AllocationPaper allocation,
            UsesPaper uses,
            NeedPaper need,
            BoardPaper board,
            Allocations allocations,
            PaymentRequests requests,
            FundRules rules,
            PublicPages publicPages,
            Laws laws) {
        this.sources = sources;
        this.allocation = allocation;
        this.uses = uses;
        this.need = need;
        this.board = board;
        this.allocations = allocations;
        this.requests = requests;
        this.rules = rules;
        this.publicPages = publicPages;
        this.laws = laws;
    }

    /** 报表目录页. */
    public record ShelfPage(int year, List<PolicyPack> statements, List<PolicyPack> helping) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers")
    PageView shelf(Desk desk, @RequestParam(defaultValue = "") String year) {
        List<PolicyPack> packs = rules.packsFor(desk.actor());
        return PageView.of(
                "appropriation/papers.jte",
                page(desk, "web.place.fund-papers", false),
                new ShelfPage(
                        Form.year(desk, year),
                        packs.stream().filter(FundPaperPages::states).toList(),
                        packs.stream()
                                .filter(pack -> !pack.products().isEmpty())
                                .toList()));
    }

    /** Whether a pack's statements are of items, so that the ledger can fill them. */
    private static boolean states(PolicyPack pack) {
        return pack.funds().schemes().isEmpty()
                && FundRules.statements(pack).stream()
                        .anyMatch(statement -> statement.column("used").isPresent());
    }

    /** 一份报表页. */
    public record PaperPage(FundPaper paper, String address, List<Law> laws) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers/sources")
    Object sources(
            Desk desk, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String as) {
        int shown = Form.year(desk, year);
        Page page = page(desk, "appropriation.paper.sources", true);
        return answer(desk, page, sources.of(desk, page, shown), "/fund-papers/sources?year=" + shown, as);
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers/allocation/{id}")
    Object allocation(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String as) {
        FundAllocation found = allocations.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Page page = page(desk, "appropriation.paper.allocation", true);
        return answer(desk, page, allocation.of(desk, page, found), "/fund-papers/allocation/" + id + "?", as);
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers/uses")
    Object uses(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String as) {
        int shown = Form.year(desk, year);
        PolicyPack found =
                rules.pack(desk.actor(), pack).filter(FundPaperPages::states).orElseThrow(NotFoundException::new);
        Page page = page(desk, "appropriation.paper.uses", true);
        return answer(
                desk,
                page,
                uses.of(desk, page, found, shown),
                "/fund-papers/uses?pack=" + found.id() + "&year=" + shown,
                as);
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers/instant-help")
    Object need(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String as) {
        int shown = Form.year(desk, year);
        PolicyPack found = rules.pack(desk.actor(), pack).orElseThrow(NotFoundException::new);
        Page page = page(desk, "appropriation.paper.need", true);
        return answer(
                desk,
                page,
                need.of(desk, page, found.id(), shown),
                "/fund-papers/instant-help?pack=" + found.id() + "&year=" + shown,
                as);
    }

    @Needs(Right.FUND_PROPOSE)
    @GetMapping("/fund-papers/board/{request}")
    Object board(Desk desk, @PathVariable long request, @RequestParam(defaultValue = "") String as) {
        Page page = page(desk, "appropriation.paper.board", true);
        return answer(
                desk,
                page,
                board.of(desk, page, requests.find(desk.actor(), request).orElseThrow(NotFoundException::new)),
                "/fund-papers/board/" + request + "?",
                as);
    }

    /** 公开网页: a folder of plain pages that the division's web site can publish as it is. */
    @Needs(Right.FUND_READ)
    @GetMapping("/fund-papers/public")
    Object published(Desk desk, @RequestParam(defaultValue = "") String year) {
        int shown = Form.year(desk, year);
        Page page = page(desk, "appropriation.paper.public", true);
        List<FundPaper> papers = new ArrayList<>();
        papers.add(sources.of(desk, page, shown));
        for (FundAllocation one : allocations.list(desk.actor(), shown)) {
            if (one.state() == FundAllocation.State.NOTICED || one.state() == FundAllocation.State.ISSUED) {
                papers.add(allocation.of(
                        desk, page, allocations.find(desk.actor(), one.id()).orElseThrow()));
            }
        }
        rules.packsFor(desk.actor()).stream()
                .filter(FundPaperPages::states)
                .forEach(pack -> papers.add(uses.of(desk, page, pack, shown)));
        return SavedFile.zip(page.say("appropriation.paper.public") + " " + shown, publicPages.zip(desk, page, papers));
    }

    private Object answer(Desk desk, Page page, FundPaper paper, String address, String as) {
        return switch (as) {
            case "docx" -> SavedFile.word(paper.title(), WordLetter.of(letter(desk, paper)));
            case "pdf" -> SavedFile.pdf(paper.title(), PdfLetter.of(letter(desk, paper)));
            case "xlsx" -> ExcelFile.answer(paper.title() + ".xlsx", workbook(paper));
            case String other ->
                PageView.of(
                        "appropriation/paper.jte",
                        page,
                        new PaperPage(paper, address, laws.of(paper.clauses().toArray(String[]::new))));
        };
    }

    private static Letter letter(Desk desk, FundPaper paper) {
        String from = desk.actor().place().replace(" · ", "") + "扶贫办公室";
        List<String> paragraphs = new ArrayList<>();
        List<Letter.Annex> annexes = new ArrayList<>();
        for (Block block : paper.blocks()) {
            switch (block) {
                case FundPaper.Paragraph paragraph -> paragraphs.add(paragraph.text());
                case FundPaper.Table table ->
                    annexes.add(new Letter.Annex(
                            table.title(),
                            table.head(),
                            table.rows().stream()
                                    .map(row -> row.stream().map(Piece::text).toList())
                                    .toList()));
            }
        }
        return new Letter(
                from,
                "〔" + desk.today().getYear() + "〕　号",
                "",
                paper.title(),
                paper.addressee(),
                paragraphs,
                annexes.stream().map(Letter.Annex::title).toList(),
                from,
                desk.today(),
                annexes);
    }

    /** All tables one below the other; figures stay figures of the document, as text. */
    private static byte[] workbook(FundPaper paper) {
        List<FundPaper.Table> tables = paper.blocks().stream()
                .filter(FundPaper.Table.class::isInstance)
                .map(FundPaper.Table.class::cast)
                .toList();
        int width = tables.stream().mapToInt(table -> table.head().size()).max().orElse(1);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new Column(i == 0 ? paper.title() : " ".repeat(i), Column.Kind.TEXT));
        }
        return ExcelFile.of(columns, rows -> {
            for (Block block : paper.blocks()) {
                switch (block) {
                    case FundPaper.Paragraph paragraph -> line(rows, width, List.of(paragraph.text()));
                    case FundPaper.Table table -> {
                        line(rows, width, List.of(table.title()));
                        line(rows, width, table.head());
                        table.rows()
                                .forEach(row -> line(
                                        rows,
                                        width,
                                        row.stream().map(Piece::text).toList()));
                    }
                }
            }
        });
    }

    private static void line(RowBuffer rows, int width, List<String> cells) {
        for (int i = 0; i < width; i++) {
            rows.text(i < cells.size() ? cells.get(i) : "");
        }
        rows.endRow();
    }

    private static Page page(Desk desk, String key, boolean under) {
        Page page = new Page(desk, desk.words().of(key), List.of(), Place.FUND_PAPERS);
        return under ? page.under(desk.words().of("web.place.fund-papers"), "/fund-papers") : page;
    }
}
