package fangpin.office.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.PaidRows;
import fangpin.office.appropriation.internal.PaymentRows;
import fangpin.office.fund.BankReply;
import fangpin.office.fund.BankReplyFile;
import fangpin.office.fund.LineBook;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 支付与回盘: finance sends an approved request to the bank; what the bank replies posts each payment or sets its money free again. The same
 * reply again changes nothing.
 */
@Service
public final class RequestPayments {
    /** The columns of the bank's file, as message keys. */
    public static final List<String> FIELDS = List.of("order", "payee", "bank", "account", "amount", "use");

    private final ScopedWork work;
    private final PaymentRows rows;
    private final PaidRows paidRows;
    private final LineRows lines;
    private final LineBook book;
    private final ExportPurposes purposes;
    private final Audit audit;

    RequestPayments(
            ScopedWork work,
            PaymentRows rows,
            PaidRows paidRows,
            LineRows lines,
            LineBook book,
            ExportPurposes purposes,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.paidRows = paidRows;
        this.lines = lines;
        this.book = book;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** Says that an approved request goes to the bank. */
    public Answer<PaymentRequest> send(Actor actor, long id, LocalDate today) {
        return step(actor, id, PaymentRequest.State.APPROVED, request -> {
            rows.send(id, actor.userId(), today);
            return Answer.done(id);
        });
    }

    /** The payments of a request that went to the bank, accounts in clear; recorded with what it is for. */
    public Answer<List<FundPayment>> export(Actor actor, long id, String purpose, String bank, Instant now) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.find(id);
            if (request.isEmpty() || request.get().state() != PaymentRequest.State.SENT) {
                return Answer.refused(AppropriationRefusal.NOTHING_TO_SEND);
            }
            List<FundPayment> payments = paidRows.inClear(id);
            return purposes.record(
                            actor,
                            new ExportPurposes.Export("request/" + id, purpose, bank, FIELDS, payments.size()),
                            null,
                            now)
                    .map(recorded -> payments);
        });
    }

    /** Takes the bank's reply: all of it that can be taken, in one transaction. */
    public Answer<BankAnswer> receive(Actor actor, long id, Path file, LocalDate today) {
        return switch (BankReplyFile.read(file)) {
            case BankReplyFile.Refused(var why) -> Answer.refused(AppropriationRefusal.UNREADABLE, why);
            case BankReplyFile.Read(List<BankReplyFile.Line> said) -> receive(actor, id, said, today);
        };
    }

    /** The same for rows that were read before. */
    public Answer<BankAnswer> receive(Actor actor, long id, List<BankReplyFile.Line> said, LocalDate today) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.locked(id);
            return request.isEmpty() || request.get().sentOn() == null
                    ? Answer.refused(AppropriationRefusal.NOT_FOUND)
                    : Answer.done(taken(actor, request.get(), said, today));
        });
    }

    private BankAnswer taken(Actor actor, PaymentRequest request, List<BankReplyFile.Line> said, LocalDate today) {
        Map<String, FundPayment> open = new HashMap<>();
        paidRows.bare(request.id()).forEach(payment -> open.put(payment.text(), payment));
        List<FundPayment> paid = new ArrayList<>();
        List<PaymentRows.Ended> ended = new ArrayList<>();
        List<BankAnswer.Fault> faults = new ArrayList<>();
        Map<Long, BankReplyFile.Line> words = new HashMap<>();
        int repeated = 0;
        for (BankReplyFile.Line line : said) {
            FundPayment payment = open.get(line.number());
            Optional<BankReply.Kind> fault = fault(payment, line, words);
            if (fault.isPresent() || payment == null) {
                faults.add(new BankAnswer.Fault(line.row(), line.number(), fault.orElse(BankReply.Kind.UNKNOWN_ORDER)));
            } else if (payment.state() != FundPayment.State.SENT || words.containsKey(payment.id())) {
                repeated++;
            } else {
                words.put(payment.id(), line);
                if (Boolean.TRUE.equals(line.paid())) {
                    paid.add(payment);
                } else {
                    ended.add(new PaymentRows.Ended(payment.id(), false, line.reference(), line.reason(), null));
                }
            }
        }
        int returned = ended.size();
        post(actor, request, paid, words, ended, today);
        if (!words.isEmpty()) {
            rows.endIfDone(request.id(), today);
            audit.record(
                    actor,
                    AuditAction.FUND_PAYMENT,
                    "request/" + request.id(),
                    Map.of("paid", Integer.toString(paid.size()), "returned", Integer.toString(returned)));
        }
        return new BankAnswer(paid.size(), returned, repeated, faults);
    }

    private static Optional<BankReply.Kind> fault(
            @Nullable FundPayment payment, BankReplyFile.Line line, Map<Long, BankReplyFile.Line> words) {
        if (payment == null) {
            return Optional.of(BankReply.Kind.UNKNOWN_ORDER);
        }
        if (line.paid() == null) {
            return Optional.of(BankReply.Kind.NO_RESULT);
        }
        if (line.amountFen() != payment.amountFen()) {
            return Optional.of(BankReply.Kind.OTHER_AMOUNT);
        }
        BankReplyFile.Line before = words.get(payment.id());
        boolean contradicts = before == null
                ? payment.state() != FundPayment.State.SENT
                        && line.paid() != (payment.state() == FundPayment.State.PAID)
                : !line.paid().equals(before.paid());
        return contradicts ? Optional.of(BankReply.Kind.CONTRADICTS) : Optional.empty();
    }

    private void post(
            Actor actor,
            PaymentRequest request,
            List<FundPayment> paid,
            Map<Long, BankReplyFile.Line> words,
            List<PaymentRows.Ended> ended,
            LocalDate today) {
        BudgetLine line = lines.find(request.lineId()).orElseThrow();
        long free = words.keySet().isEmpty()
                ? 0
                : sum(paidRows.bare(request.id()).stream()
                        .filter(payment -> words.containsKey(payment.id()))
                        .toList());
        if (free > 0) {
            book.release(line.accountId(), "request/" + request.id(), new Fen(free));
        }
        Map<String, Long> entries = book.pay(
                actor,
                line.booked(),
                paid.stream()
                        .map(payment -> new LineBook.Payment(
                                "payment/" + payment.id(),
                                payment.path(),
                                payment.personId(),
                                new Fen(payment.amountFen()),
                                ""))
                        .toList(),
                today);
        paid.forEach(payment -> ended.add(new PaymentRows.Ended(
                payment.id(),
                true,
                Objects.requireNonNull(words.get(payment.id())).reference(),
                "",
                entries.get("payment/" + payment.id()))));
        if (!ended.isEmpty()) {
            rows.end(ended, today);
        }
    }

    private static long sum(List<FundPayment> payments) {
        return payments.stream().mapToLong(FundPayment::amountFen).sum();
    }

    /** Says that an approved request was paid in cash; the supervision finds it. */
    public Answer<PaymentRequest> paidInCash(Actor actor, long id, String receipt, LocalDate today) {
        if (receipt.isBlank()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        return step(actor, id, PaymentRequest.State.APPROVED, request -> {
            if (!request.cash()) {
                return Answer.refused(AppropriationRefusal.NOTHING_TO_SEND);
            }
            rows.send(id, actor.userId(), today);
            taken(
                    actor,
                    request,
                    paidRows.bare(id).stream()
                            .map(payment -> new BankReplyFile.Line(
                                    payment.number(), payment.text(), payment.amountFen(), true, receipt.strip(), ""))
                            .toList(),
                    today);
            return Answer.done(id);
        });
    }

    private Answer<PaymentRequest> step(
            Actor actor, long id, PaymentRequest.State state, Function<PaymentRequest, Answer<Long>> taken) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.locked(id);
            if (request.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (request.get().state() != state) {
                return Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
            }
            return taken.apply(request.get()).map(done -> {
                PaymentRequest after = rows.find(id).orElseThrow();
                audit.record(
                        actor,
                        AuditAction.FUND_PAYMENT,
                        "request/" + id,
                        Map.of("state", after.state().word()));
                return after;
            });
        });
    }
}
