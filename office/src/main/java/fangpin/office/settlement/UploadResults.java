package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.BillColumns;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.UploadDesk;
import fangpin.office.settlement.internal.UploadLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** 批量结算结果: what became of each row of an upload, for its page and for the files that go back to the hospital. */
@Service
public final class UploadResults {
    private static final int PAGE = 1000;

    private final ScopedWork work;
    private final UploadLines lines;
    private final UploadDesk desk;
    private final SettlementRows bills;
    private final Audit audit;

    UploadResults(ScopedWork work, UploadLines lines, UploadDesk desk, SettlementRows bills, Audit audit) {
        this.work = work;
        this.lines = lines;
        this.desk = desk;
        this.bills = bills;
        this.audit = audit;
    }

    /** Rejected rows after one of them, in the order of the file. */
    public List<Upload.Rejected> rejected(Actor actor, long id, long after, int most) {
        return work.read(actor, () -> lines.rejected(id, after, most));
    }

    /** Every rejected row, for the file that goes back to the hospital; recorded. */
    public void eachRejected(Actor actor, Upload upload, Consumer<Upload.Rejected> taker) {
        given(actor, upload, "rejected rows, to the hospital that sent them");
        long after = 0;
        List<Upload.Rejected> page;
        do {
            page = rejected(actor, upload.id(), after, PAGE);
            page.forEach(taker);
            after = page.isEmpty() ? after : page.getLast().row();
        } while (page.size() == PAGE);
    }

    /** Rows that are kept until people have decided, after one of them, in the order of the file. */
    public List<Upload.Referred> referred(Actor actor, long id, long after, int most) {
        return work.read(actor, () -> lines.referred(id, after, most));
    }

    /** Every kept row, for the file that goes back to the hospital; recorded. */
    public void eachReferred(Actor actor, Upload upload, Consumer<Upload.Referred> taker) {
        given(actor, upload, "rows that wait for a decision on cover, to the hospital that sent them");
        long after = 0;
        List<Upload.Referred> page;
        do {
            page = referred(actor, upload.id(), after, PAGE);
            page.forEach(taker);
            after = page.isEmpty() ? after : page.getLast().row();
        } while (page.size() == PAGE);
    }

    /** Every accepted row with its bill, for the file that goes back to the hospital; recorded. */
    public void eachAccepted(Actor actor, Upload upload, Consumer<Upload.Accepted> taker) {
        given(actor, upload, "accepted rows, to the hospital that sent them");
        int person = personColumn(actor, upload);
        long after = 0;
        int size;
        do {
            long from = after;
            List<Upload.Accepted> page = work.read(actor, () -> {
                List<UploadLines.Made> made = lines.accepted(upload.id(), from, PAGE);
                Map<Long, Bill> found =
                        bills.all(made.stream().map(UploadLines.Made::bill).toList());
                return made.stream()
                        .flatMap(one -> Optional.ofNullable(found.get(one.bill())).stream()
                                .map(bill -> new Upload.Accepted(
                                        one.row(), one.cells().get(person), bill)))
                        .toList();
            });
            page.forEach(taker);
            size = page.size();
            after = size == 0 ? after : page.getLast().row();
        } while (size == PAGE);
    }

    private int personColumn(Actor actor, Upload upload) {
        return desk.product(actor, upload.pack(), upload.product())
                .map(product -> BillColumns.of(product, upload.header()))
                .map(answer ->
                        answer instanceof Answer.Done<BillColumns>(BillColumns columns) ? columns.personColumn() : 0)
                .orElse(0);
    }

    private void given(Actor actor, Upload upload, String what) {
        work.write(actor, () -> {
            audit.record(actor, AuditAction.EXPORTED, "upload/" + upload.id(), Map.of("what", what));
            return true;
        });
    }
}
