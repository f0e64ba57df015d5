package fangpin.office.campaign;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** One hospital at work: settles, now and then cancels, and now and then does what it should not: sends again, changes, pries. */
final class SettlingDesk implements Runnable {
    private static final int MISCHIEF_EVERY = 6;
    private static final int CANCEL_EVERY = 40;

    private final SettlingCounty.Ready county;
    private final SettlingCounty.Sender own;
    private final SettlingCounty.Sender other;
    private final String name;
    private final int bills;
    private final HospitalSystem system;
    private final FaultJournal journal;
    private final Tally tally;
    private final Random dice;

    SettlingDesk(
            SettlingCounty.Ready county,
            int hospital,
            String name,
            int bills,
            HospitalSystem system,
            FaultJournal journal,
            Tally tally,
            long seed) {
        this.county = county;
        List<SettlingCounty.Sender> senders = county.senders();
        own = senders.get(hospital);
        other = senders.get((hospital + 1) % senders.size());
        this.name = name;
        this.bills = bills;
        this.system = system;
        this.journal = journal;
        this.tally = tally;
        dice = new Random(seed);
    }

    @Override
    public void run() {
        for (int number = 0; number < bills; number++) {
            HospitalBill bill = HospitalBill.of(dice, own, name + "-" + number, county.persons());
            HospitalSystem.Reply reply = system.settle(bill);
            if (reply.status() != 201) {
                tally.fault(bill + " was refused: " + reply.status() + " " + reply.reason());
                continue;
            }
            journal.write(
                    FaultJournal.Kind.SETTLED,
                    own.hospital(),
                    bill.message(),
                    reply.id(),
                    bill.billNumber(),
                    bill.totalFen());
            tally.count("settlements acknowledged");
            tally.step();
            if (dice.nextInt(MISCHIEF_EVERY) == 0) {
                mischief(bill, reply.id());
            }
            if (dice.nextInt(CANCEL_EVERY) == 0) {
                cancel(reply.id());
            }
        }
    }

    private void cancel(long bill) {
        HospitalSystem.Reply reply = system.cancel(own, bill);
        if (reply.status() == 201 || reply.reason().equals("ALREADY_CANCELLED")) {
            journal.write(FaultJournal.Kind.CANCELLED, bill);
            tally.count("cancellations acknowledged");
        } else {
            tally.fault("bill " + bill + " could not be cancelled: " + reply.status() + " " + reply.reason());
        }
    }

    private void mischief(HospitalBill bill, long id) {
        switch (dice.nextInt(6)) {
            case 0 -> expect("replayed under its key: the same bill", bill, id, system.settle(bill));
            case 1 -> expect("replayed under a new key: the same bill", bill, id, system.settle(bill, fresh()));
            case 2 -> refused("changed under its key: refused", bill, system.settle(bill.changed(), bill.key()));
            case 3 -> refused("changed under a new key: refused", bill, system.settle(bill.changed(), fresh()));
            case 4 -> refused("sent for another hospital: refused", bill, system.settle(bill.by(other), fresh()));
            default -> refused("another hospital's bill: not shown", bill, system.read(other, id));
        }
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private void expect(String what, HospitalBill bill, long id, HospitalSystem.Reply reply) {
        tally.count(what);
        if (reply.status() != 201 || reply.id() != id) {
            tally.fault(what + ": " + bill + " gave " + reply.status() + " bill " + reply.id() + " and not " + id);
        }
    }

    private void refused(String what, HospitalBill bill, HospitalSystem.Reply reply) {
        tally.count(what);
        if (reply.status() < 400) {
            tally.fault(what + ": " + bill + " gave " + reply.status() + " bill " + reply.id());
        }
    }
}
