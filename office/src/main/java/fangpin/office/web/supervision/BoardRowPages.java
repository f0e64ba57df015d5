package fangpin.office.web.supervision;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.supervision.BoardChoice;
import fangpin.office.supervision.FundBoard;
import fangpin.office.web.Desk;
import fangpin.office.web.PageView;
import fangpin.office.web.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 看板明细: the budget lines and the payments behind a figure of the board. */
@Controller
public class BoardRowPages {
    private static final int ROWS = 100;

    private final FundBoard board;
    private final Naming naming;

    BoardRowPages(FundBoard board, Naming naming) {
        this.board = board;
        this.naming = naming;
    }

    /** 指标明细页. */
    public record LinesPage(
            Query query,
            List<BudgetLine> lines,
            Map<Long, String> uses,
            Map<String, String> places,
            Map<Long, String> items,
            @Nullable Long next) {}

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-board/lines")
    PageView lines(Desk desk, @RequestParam Map<String, String> fields, @RequestParam(defaultValue = "0") long after) {
        BoardAsked asked = BoardAsked.of(desk, "/fund-board/lines", fields);
        List<BudgetLine> found = board.budgetLines(desk.actor(), asked.choice(), after, ROWS + 1);
        List<BudgetLine> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        Map<Long, String> uses = new HashMap<>();
        Map<Long, String> items = new HashMap<>();
        shown.forEach(line -> {
            uses.put(line.id(), naming.use(desk, line));
            items.put(line.id(), naming.item(desk, line.pack(), line.item()));
        });
        return PageView.of(
                "supervision/lines.jte",
                BoardPages.page(desk)
                        .under(
                                desk.words().of("web.place.fund-board"),
                                new Query("/fund-board", asked.query().values())
                                        .with("alone", "")
                                        .address()),
                new LinesPage(
                        asked.query(),
                        shown,
                        uses,
                        naming.places(desk, shown.stream().map(BudgetLine::path).toList()),
                        items,
                        found.size() > ROWS ? shown.getLast().id() : null));
    }

    /** 支付明细页. */
    public record PaymentsPage(
            Query query,
            String place,
            List<FundBoard.Paid> payments,
            Map<String, String> places,
            @Nullable Long next) {}

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-board/payments")
    PageView payments(
            Desk desk, @RequestParam Map<String, String> fields, @RequestParam(defaultValue = "0") long after) {
        BoardAsked asked = BoardAsked.of(desk, "/fund-board/payments", fields);
        List<FundBoard.Paid> found = board.payments(desk.actor(), asked.choice(), after, ROWS + 1);
        List<FundBoard.Paid> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "supervision/payments.jte",
                BoardPages.page(desk)
                        .under(
                                desk.words().of("web.place.fund-board"),
                                new Query("/fund-board", asked.query().values()).address()),
                new PaymentsPage(
                        asked.query(),
                        naming.row(desk, BoardChoice.By.DIVISION, asked.choice().place()),
                        shown,
                        naming.places(
                                desk, shown.stream().map(FundBoard.Paid::path).toList()),
                        found.size() > ROWS ? shown.getLast().id() : null));
    }
}
