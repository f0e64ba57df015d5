package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.BillColumns;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.UploadDesk;
import fangpin.office.settlement.internal.UploadLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;

/** 批量结算结果: what became of each row of an upload, for its page and for the files that go back to the hospital. */
@Service
public final class UploadResults {
    private static final int PAGE = 1000;

    private final ScopedWork work;
    private final UploadLines lines;
    private final UploadDesk desk;
    private final SettlementRows bills;

    UploadResults(ScopedWork work, UploadLines lines, UploadDesk desk, SettlementRows bills) {
        this.work = work;
        this.lines = lines;
        this.desk = desk;
        this.bills = bills;
    }

    /** Rejected rows after one of them, in the order of the file. */
    public List<Upload.Rejected> rejected(Actor actor, long id, long after, int most) {
        return work.read(actor, () -> lines.rejected(id, after, most));
    }

    /** Every rejected row, for the file that goes back to the hospital; whoever gives it away notes what for. */
    public void eachRejected(Actor actor, Upload upload, Consumer<Upload.Rejected> taker) {
        each(after -> rejected(actor, upload.id(), after, PAGE), Upload.Rejected::row, taker);
    }

    /** Rows that are kept until people have decided, after one of them, in the order of the file. */
    public List<Upload.Referred> referred(Actor actor, long id, long after, int most) {
        return work.read(actor, () -> lines.referred(id, after, most));
    }

    /** Every kept row, for the file that goes back to the hospital; whoever gives it away notes what for. */
    public void eachReferred(Actor actor, Upload upload, Consumer<Upload.Referred> taker) {
        each(after -> referred(actor, upload.id(), after, PAGE), Upload.Referred::row, taker);
    }

    private static <T> void each(LongFunction<List<T>> pages, ToLongFunction<T> row, Consumer<T> taker) {
        long after = 0;
        List<T> page;
        do {
            page = pages.apply(after);
            page.forEach(taker);
            after = page.isEmpty() ? after : row.applyAsLong(page.getLast());
        } while (page.size() == PAGE);
    }

    /** Every accepted row with its bill, for the file that goes back to the hospital; whoever gives it away notes what for. */
    public void eachAccepted(Actor actor, Upload upload, Consumer<Upload.Accepted> taker) {
        int person = personColumn(actor, upload);
        each(after -> work.read(actor, () -> accepted(upload.id(), after, person)), Upload.Accepted::row, taker);
    }

    private List<Upload.Accepted> accepted(long upload, long after, int person) {
        List<UploadLines.Made> made = lines.accepted(upload, after, PAGE);
        Map<Long, Bill> found =
                bills.all(made.stream().map(UploadLines.Made::bill).toList());
        return made.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one.bill())).stream()
                        .map(bill -> new Upload.Accepted(one.row(), one.cells().get(person), bill)))
                .toList();
    }

    private int personColumn(Actor actor, Upload upload) {
        return desk.product(actor, upload.pack(), upload.product())
                .map(product -> BillColumns.of(product, upload.header()))
                .map(answer ->
                        answer instanceof Answer.Done<BillColumns>(BillColumns columns) ? columns.personColumn() : 0)
                .orElse(0);
    }
}
