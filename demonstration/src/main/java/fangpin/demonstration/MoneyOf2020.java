package fangpin.demonstration;

import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumDue.Payment;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.fund.BankReply;
import fangpin.office.fund.Owing;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PaymentFiles;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.PremiumPayments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * 2020年度资金故事: finance pays Weihai's premium into the insurer's account, all but Rongcheng's own share, which is entered and waits for
 * the insurer to see it; and the insurer pays the hospital what it advanced for the first bill.
 */
final class MoneyOf2020 implements Story {
    private static final LocalDate PAID = LocalDate.of(2020, 5, 7);
    private static final LocalDate CONFIRMED = LocalDate.of(2020, 5, 8);
    private static final String RONGCHENG = "371082";
    private static final String ACCOUNT = "9000000000000371082";

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        Actor city = scene.as("finance2");
        PremiumPayments payments = scene.face(PremiumPayments.class);
        Contract contract = payments.contracts(city).getFirst();
        PremiumsDue.Worked due = Scene.done(scene.face(PremiumsDue.class).due(city, contract.pack(), PAID, Fen.ZERO));
        int number = 1;
        for (DivisionPremium division : due.due().divisions()) {
            String path = Objects.requireNonNull(due.paths().get(division.code()), division.code());
            for (LineDue line : division.lines()) {
                for (Payment payment : line.payments()) {
                    if (payment.amount().amount() > 0) {
                        boolean own = division.code().equals(RONGCHENG)
                                && payment.payer().id().equals("district");
                        long entered = Scene.done(payments.enter(
                                own ? scene.as("finance") : city,
                                new PremiumPayments.Told(
                                        contract.id(),
                                        line.line().product(),
                                        path,
                                        payment.payer().id(),
                                        payment.amount(),
                                        PAID,
                                        "20200507%06d".formatted(number++)),
                                PAID));
                        if (!own) {
                            Scene.done(payments.confirm(scene.as("insurer"), entered, CONFIRMED));
                        }
                    }
                }
            }
        }
        hospital(scene, contract);
    }

    private static void hospital(Scene scene, Contract contract) {
        PaymentOrders orders = scene.face(PaymentOrders.class);
        PaymentFiles files = scene.face(PaymentFiles.class);
        Actor insurer = scene.as("insurer");
        Owing owing = orders.owing(insurer).getFirst();
        Payee payee = new Payee(HospitalsOfTheCounty.NAME, "演示农村商业银行荣成支行", ACCOUNT, new Fen(owing.openFen()));
        long order = Scene.done(orders.raise(insurer, owing.accountId(), payee, CONFIRMED));
        PaymentOrder approved = Scene.done(orders.approve(scene.as("insurer2"), order, CONFIRMED));
        long file = Scene.done(files.make(insurer, contract.id(), CONFIRMED));
        Path reply = reply(approved);
        try {
            BankReply taken = Scene.done(files.receive(insurer, file, reply, CONFIRMED.plusDays(1)));
            if (taken.paid() != 1) {
                throw new IllegalStateException(taken.toString());
            }
        } finally {
            reply.toFile().delete();
        }
    }

    private static Path reply(PaymentOrder order) {
        try {
            Path file = Files.createTempFile("fangpin-reply", ".csv");
            return Files.writeString(
                    file,
                    "付款单号,金额,结果,流水号\n%s,%s,成功,20200509000001\n"
                            .formatted(PaymentNumber.text(order.id()), new Fen(order.amountFen()).yuan()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
