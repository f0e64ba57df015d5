package fangpin.office.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.internal.FileRows;
import fangpin.office.fund.internal.OrderRows;
import fangpin.office.fund.internal.OwnContracts;
import fangpin.office.fund.internal.ReplyBook;
import fangpin.office.fund.internal.ReplyTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * 银行文件: approved orders go to the bank together; what the bank replies posts each payment or sets its money free. The same reply
 * again changes nothing.
 */
@Service
public final class PaymentFiles {
    private final ScopedWork work;
    private final FileRows files;
    private final OrderRows orders;
    private final OwnContracts contracts;
    private final ReplyBook book;
    private final BankLayouts layouts;
    private final ExportPurposes purposes;
    private final Audit audit;

    PaymentFiles(
            ScopedWork work,
            FileRows files,
            OrderRows orders,
            OwnContracts contracts,
            ReplyBook book,
            BankLayouts layouts,
            ExportPurposes purposes,
            Audit audit) {
        this.work = work;
        this.files = files;
        this.orders = orders;
        this.contracts = contracts;
        this.book = book;
        this.layouts = layouts;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** Files under one's contracts, the newest first. */
    public List<PaymentFile> list(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> files.list(own));
    }

    /** One of them. */
    public Optional<PaymentFile> find(Actor actor, long id) {
        return list(actor).stream().filter(file -> file.id() == id).findFirst();
    }

    /**
     * Puts the approved orders of a contract into one file. An order that exceeds what is owed since, as by a cancelled bill (R17), stays
     * out until it is recalled or owed again.
     */
    public Answer<Long> make(Actor actor, long contract, LocalDate today) {
        Optional<Contract> own = contracts.find(actor, contract);
        if (!actor.may(Right.PAYMENT_RAISE) || own.isEmpty()) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            List<Long> borne = files.borne(own.get());
            if (borne.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOTHING_TO_SEND);
            }
            long file = files.make(own.get(), borne, actor.userId(), today);
            audit.record(actor, AuditAction.PAYMENT_SENT, "payment-file/" + file, Map.of());
            return Answer.done(file);
        });
    }

    /** The orders of a file with their payees' accounts in clear, for the bank; recorded with what it is for. */
    public Answer<List<PaymentOrder>> export(Actor actor, PaymentFile file, String purpose, Instant now) {
        if (!actor.may(Right.PAYMENT_RAISE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        List<String> fields = layouts.of(actor, file.contractId()).columns().stream()
                .map(column -> column.field().word())
                .toList();
        return work.write(actor, () -> {
            List<PaymentOrder> sent = orders.ofFile(file.id());
            String bank = contracts
                    .find(actor, file.contractId())
                    .map(one -> one.insurer().name())
                    .orElse("");
            return purposes.record(
                            actor,
                            new ExportPurposes.Export("payment-file/" + file.id(), purpose, bank, fields, sent.size()),
                            null,
                            now)
                    .map(recorded -> sent);
        });
    }

    /** The orders of a file, their accounts masked. */
    public List<PaymentOrder> orders(Actor actor, PaymentFile file) {
        return work.read(actor, () -> orders.ofFileMasked(file.id()));
    }

    /** Takes the bank's reply to a file: all of it that can be taken, in one transaction. */
    public Answer<BankReply> receive(Actor actor, long id, Path table, LocalDate today) {
        Optional<PaymentFile> file = find(actor, id);
        if (!actor.may(Right.PAYMENT_RAISE) || file.isEmpty()) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        BankLayout layout = layouts.of(actor, file.get().contractId());
        return switch (ReplyTable.read(table, layout)) {
            case ReplyTable.Refused(var why) -> Answer.refused(PaymentRefusal.UNREADABLE, why);
            case ReplyTable.Read(List<ReplyTable.Line> lines) ->
                work.write(actor, () -> {
                    BankReply reply = book.take(actor, file.get(), layout, lines, today);
                    audit.record(
                            actor,
                            AuditAction.PAYMENT_REPLIED,
                            "payment-file/" + id,
                            Map.of(
                                    "paid",
                                    Integer.toString(reply.paid()),
                                    "returned",
                                    Integer.toString(reply.returned()),
                                    "faults",
                                    Integer.toString(reply.faults().size())));
                    return Answer.done(reply);
                });
        };
    }
}
