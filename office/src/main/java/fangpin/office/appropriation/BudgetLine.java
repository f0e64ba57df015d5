package fangpin.office.appropriation;

import fangpin.office.fund.LineBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 指标: the money of one document for one purpose in one place; what is given to a project or a programme is a line of its own.
 *
 * @param parentId line it came out of; null where a document from outside opened it
 * @param item 用途; empty where the document names none
 * @param programme 发放项目: a programme of the pack, or the item itself; empty where the line is for no programme
 * @param inFen all that ever came to it
 * @param availableFen what stands on it now, with what is put by
 * @param reservedFen put by for approved payments
 * @param paidFen paid out of it
 */
public record BudgetLine(
        long id,
        String path,
        long documentId,
        String documentNumber,
        @Nullable Long parentId,
        long accountId,
        String pack,
        String item,
        FundOrigin origin,
        int year,
        @Nullable Long projectId,
        String programme,
        LocalDate openedOn,
        LocalDate issuedOn,
        long inFen,
        long availableFen,
        long reservedFen,
        long paidFen) {
    /** What may be moved or paid. */
    public long freeFen() {
        return availableFen - reservedFen;
    }

    /** What went on to other lines. */
    public long movedFen() {
        return inFen - availableFen - paidFen;
    }

    /** Whether it is given to a project or a programme, so that it may be paid out. */
    public boolean hasUse() {
        return projectId != null || !programme.isEmpty();
    }

    /** As the ledger knows it. */
    public LineBook.Line booked() {
        return new LineBook.Line(id, pack, item, path);
    }

    /**
     * 来龙去脉: a step of the money's way back to where it first came from.
     *
     * @param lineId of the step; the first is the line asked about
     */
    public record Step(
            long lineId,
            String path,
            String item,
            long documentId,
            String number,
            FundOrigin origin,
            String fund,
            LocalDate issuedOn) {}
}
