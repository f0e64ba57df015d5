package fangpin.office.web.api;

import fangpin.kernel.money.Fen;
import fangpin.kernel.settlement.Settlement;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Decision;
import java.time.LocalDate;
import java.util.List;

/**
 * 结算: a settled bill as it counts now, and every decision on it. Amounts in yuan, as text.
 *
 * @param ordinal place in the person's year, from 1
 * @param paid by the product itself
 * @param due from the person, in and out of the catalogue
 * @param version number of the last decision, to be sent back with a cancellation
 */
record SettlementRecord(
        long id,
        long hospital,
        String messageId,
        String billNumber,
        String pack,
        String product,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        int ordinal,
        Decision.Kind state,
        String total,
        String paid,
        String due,
        int version,
        List<Decided> decisions) {
    /** 决定: what was decided once; the difference is what changed hands by it. */
    record Decided(Decision.Kind kind, LocalDate day, String paid, String difference) {}

    /** 由谁支付: one payer's part of a bill, or what is left to the person. */
    record Payer(String payer, String yuan) {}

    /**
     * 试算结果.
     *
     * @param due from the person, in and out of the catalogue
     * @param payers in the pack's order, then what is left to the person; they sum to the total
     */
    record TrialRecord(
            String pack, String product, int ordinal, String total, String paid, String due, List<Payer> payers) {
        static TrialRecord of(fangpin.office.settlement.Trial trial) {
            Settlement settled = trial.settled();
            return new TrialRecord(
                    trial.pack().id(),
                    settled.product().id(),
                    trial.ordinal(),
                    settled.waterfall().total().yuan(),
                    settled.paid().yuan(),
                    settled.bucket("self").plus(settled.bucket("ineligible")).yuan(),
                    settled.waterfall().buckets().stream()
                            .map(bucket ->
                                    new Payer(bucket.id(), bucket.amount().yuan()))
                            .toList());
        }
    }

    static SettlementRecord of(Bill bill) {
        Decision now = bill.latest();
        return new SettlementRecord(
                bill.id(),
                bill.hospital().id(),
                bill.messageId(),
                bill.billNumber(),
                bill.pack(),
                bill.product(),
                bill.admittedOn(),
                bill.dischargedOn(),
                bill.ordinal(),
                now.kind(),
                Fen.yuan(bill.decisions().getFirst().totalFen()),
                Fen.yuan(now.paidFen()),
                Fen.yuan(now.dueFromPersonFen()),
                now.number(),
                bill.decisions().stream()
                        .map(one -> new Decided(
                                one.kind(), one.decidedOn(), Fen.yuan(one.paidFen()), Fen.yuan(one.differenceFen())))
                        .toList());
    }
}
