package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.supervision.internal.BoardRows;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * 资金监管看板 (WH6 §3.4): what is invested, allocated, spent and used, by division, level, item, use and year, down to the payment. It adds up
 * balances that are kept as money moves, never entries, so that it is as quick over ten million as over a hundred thousand.
 */
@Service
public final class FundBoard {
    private final ScopedWork work;
    private final BoardRows rows;
    private final BudgetLines lines;

    FundBoard(ScopedWork work, BoardRows rows, BudgetLines lines) {
        this.work = work;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * 支付明细 as the board shows it: nobody's account.
     *
     * @param requestId request it is part of
     * @param entryId entry that booked it; 0 while it is not paid
     * @param personId of the register; 0 where the payee is nobody there
     */
    public record Paid(
            long id,
            long requestId,
            int number,
            String path,
            long personId,
            String payeeName,
            String purpose,
            long amountFen,
            String state,
            long entryId) {}

    /** The board's rows, by the way they are put together. */
    public List<BoardLine> lines(Actor actor, BoardChoice choice, BoardChoice.By by) {
        return work.read(actor, () -> rows.board(choice, by));
    }

    /** What was paid in the divisions right below a place, whichever division's line it came from. */
    public List<BoardLine> usedBelow(Actor actor, BoardChoice choice) {
        return work.read(actor, () -> rows.usedBelow(choice));
    }

    /** The budget lines meant, after one of them, as the room of special funds tells of them. */
    public List<BudgetLine> budgetLines(Actor actor, BoardChoice choice, long after, int most) {
        return work.read(actor, () -> rows.lineIds(choice, after, most)).stream()
                .flatMap(id -> lines.find(actor, id).stream())
                .toList();
    }

    /** Payments to a place and below it, after one of them. */
    public List<Paid> payments(Actor actor, BoardChoice choice, long after, int most) {
        return work.read(actor, () -> rows.payments(choice, after, most));
    }

    /** The years there is money of. */
    public List<Integer> years(Actor actor) {
        return work.read(actor, rows::years);
    }
}
