package fangpin.office.fund.internal;

import fangpin.office.access.Actor;
import fangpin.office.fund.BankLayout;
import fangpin.office.fund.BankReply;
import fangpin.office.fund.PaymentFile;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 回盘入账: what each row of a bank's reply makes of its order. */
@Component
public final class ReplyBook {
    private static final Set<String> GOOD = Set.of("成功", "已付", "交易成功", "付款成功", "success", "paid", "ok");
    private static final Set<String> BAD = Set.of("失败", "退回", "退票", "交易失败", "付款失败", "failure", "failed", "returned");

    private final OrderRows orders;
    private final PaymentPosting posting;

    ReplyBook(OrderRows orders, PaymentPosting posting) {
        this.orders = orders;
        this.posting = posting;
    }

    /** Takes the rows one by one, within the current transaction. */
    public BankReply take(
            Actor actor, PaymentFile file, BankLayout layout, List<ReplyTable.Line> lines, LocalDate today) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<BankReply.Fault> faults = new ArrayList<>();
        for (ReplyTable.Line line : lines) {
            switch (judged(file, layout, line)) {
                case Judged.Bad(BankReply.Kind kind) -> faults.add(new BankReply.Fault(line.row(), line.order(), kind));
                case Judged.Fine(PaymentOrder order, Outcome outcome) -> {
                    counts.merge(outcome, 1, Integer::sum);
                    book(actor, order, outcome, line, today);
                }
            }
        }
        return new BankReply(
                counts.getOrDefault(Outcome.PAID, 0),
                counts.getOrDefault(Outcome.RETURNED, 0),
                counts.getOrDefault(Outcome.KNOWN, 0),
                faults);
    }

    /** What a row makes of its order. */
    private enum Outcome {
        PAID,
        RETURNED,
        KNOWN
    }

    /** A row that is taken, or why it is not. */
    private sealed interface Judged {
        record Fine(PaymentOrder order, Outcome outcome) implements Judged {}

        record Bad(BankReply.Kind kind) implements Judged {}
    }

    private Judged judged(PaymentFile file, BankLayout layout, ReplyTable.Line line) {
        Optional<PaymentOrder> order = PaymentNumber.of(line.order())
                .flatMap(orders::locked)
                .filter(one -> Long.valueOf(file.id()).equals(one.fileId()));
        String result = line.result().toLowerCase(Locale.ROOT);
        if (order.isEmpty()) {
            return new Judged.Bad(BankReply.Kind.UNKNOWN_ORDER);
        }
        boolean good = GOOD.contains(result) || said(layout.success(), result);
        if (good == (BAD.contains(result) || said(layout.failure(), result))) {
            return new Judged.Bad(BankReply.Kind.NO_RESULT);
        }
        if (Yuan.fen(line.amount().replace(",", "")).orElse(-1) != order.get().amountFen()) {
            return new Judged.Bad(BankReply.Kind.OTHER_AMOUNT);
        }
        if (order.get().state() == PaymentOrder.State.SENT) {
            return new Judged.Fine(order.get(), good ? Outcome.PAID : Outcome.RETURNED);
        }
        return good == (order.get().state() == PaymentOrder.State.PAID)
                ? new Judged.Fine(order.get(), Outcome.KNOWN)
                : new Judged.Bad(BankReply.Kind.CONTRADICTS);
    }

    private static boolean said(List<String> words, String result) {
        return words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(result));
    }

    private void book(Actor actor, PaymentOrder order, Outcome outcome, ReplyTable.Line line, LocalDate today) {
        switch (outcome) {
            case PAID -> {
                orders.release(order.id());
                posting.paid(actor, order, line.reference(), today);
            }
            case RETURNED -> {
                orders.release(order.id());
                orders.end(order.id(), PaymentOrder.State.RETURNED, line.reason(), line.reference(), null, today);
            }
            case KNOWN -> {}
        }
    }
}
