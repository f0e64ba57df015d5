package fangpin.office.campaign;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two to eight hospitals settle one person in the same moment: what each is told must be what the rules give when the bills come one after
 * another, in the order that the answers name.
 */
final class HospitalRaces {
    private static final int MOST_HOSPITALS = 8;
    private static final LocalDate DISCHARGED = LocalDate.of(2020, 5, 10);

    private final SettlingCounty.Ready county;
    private final HospitalSystem system;
    private final FaultJournal journal;
    private final Tally tally;
    private final Random dice;

    HospitalRaces(SettlingCounty.Ready county, HospitalSystem system, FaultJournal journal, Tally tally, long seed) {
        this.county = county;
        this.system = system;
        this.journal = journal;
        this.tally = tally;
        dice = new Random(seed);
    }

    /** A bill as its hospital was answered. */
    private record Told(HospitalBill bill, int ordinal, String paid) {}

    /** Runs so many; each person at the front of the county's list is settled by nobody else. */
    void run(int races) {
        int most = Math.min(MOST_HOSPITALS, county.senders().size());
        try (ExecutorService hospitals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < races; race++) {
                int together = 2 + dice.nextInt(most - 1);
                CountDownLatch start = new CountDownLatch(together);
                List<Future<Told>> answers = new ArrayList<>();
                for (int at = 0; at < together; at++) {
                    HospitalBill bill = HospitalBill.of(
                            dice,
                            county.senders().get(at),
                            "race-" + race + "-" + at,
                            county.persons().subList(race, race + 1));
                    answers.add(hospitals.submit(racing(start, bill)));
                }
                List<Told> told = new ArrayList<>();
                for (Future<Told> answer : answers) {
                    told.add(got(answer));
                }
                told.sort(Comparator.comparingInt(Told::ordinal));
                serial("race " + race, told);
                tally.count("races of two to eight hospitals");
            }
        }
    }

    private static Told got(Future<Told> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Callable<Told> racing(CountDownLatch start, HospitalBill bill) {
        return () -> {
            start.countDown();
            start.await();
            HospitalSystem.Reply settled = system.settle(bill);
            if (settled.status() != 201) {
                tally.fault(bill + " was refused: " + settled.status() + " " + settled.reason());
            }
            journal.write(
                    FaultJournal.Kind.SETTLED,
                    bill.sender().hospital(),
                    bill.message(),
                    settled.id(),
                    bill.billNumber(),
                    bill.totalFen());
            HospitalSystem.Reply read = system.read(bill.sender(), settled.id());
            return new Told(
                    bill,
                    read.body().path("ordinal").asInt(),
                    read.body().path("paid").asString(""));
        };
    }

    private void serial(String race, List<Told> told) {
        PolicyPack pack = county.pack();
        Product product = pack.product(SettlingCounty.PRODUCT).orElseThrow();
        List<Long> before = Collections.nCopies(product.program().accumulators().size(), 0L);
        for (int place = 0; place < told.size(); place++) {
            Told one = told.get(place);
            Settlement settled = Settler.settle(
                    pack,
                    product,
                    new CaseInput(one.bill().billNumber(), "one", DISCHARGED, values(product, one.bill()), Map.of()),
                    before);
            before = settled.explanation().after();
            if (one.ordinal() != place + 1 || !settled.paid().yuan().equals(one.paid())) {
                tally.fault(race + ": " + one + " is not " + settled.paid().yuan() + " in place " + (place + 1));
            }
        }
    }

    private static List<Long> values(Product product, HospitalBill bill) {
        Map<String, Long> amounts = Map.of(
                "total_cost", bill.totalFen(), "eligible_cost", bill.eligibleFen(), "basic_paid", bill.basicFen());
        return product.inputs().stream()
                .map(column -> column.kind() == InputColumn.Kind.COVERED ? 1L : amounts.getOrDefault(column.name(), 0L))
                .toList();
    }
}
