package fangpin.office.campaign;

import fangpin.office.database.DataFolder;
import fangpin.office.database.EmbeddedPostgres;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.internal.PostgresBinaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * 结算测速: {@code ./fangpin bench settle [STORED [SECONDS]]}. Durable settlements over HTTP, as fast as eight hospitals can and at half that
 * rate; the bare writes of the same rows by as many clients on the same PostgreSQL; and both again when so many settlements are stored, if any.
 */
public final class SettleBench {
    private static final int CLIENTS = 8;
    private static final int PERSONS = 4000;
    private static final int WARM_SECONDS = 60;

    private final SettlingCounty.Ready county;
    private final int seconds;
    private int round;

    private SettleBench(SettlingCounty.Ready county, int seconds) {
        this.county = county;
        this.seconds = seconds;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int stored = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        // a hospital's token may ask a hundred times a second: two for each client
        SettlingCounty.Ready county = SettlingCounty.in(SettlingCounty.folder(), PERSONS, 2 * CLIENTS);
        try {
            SettleBench bench = new SettleBench(county, seconds);
            bench.measure("few stored");
            if (stored > 0) {
                bench.fill(stored);
                bench.measure(stored + " stored");
            }
        } finally {
            PostgresBinaries.deleteTree(county.folder());
        }
    }

    private void fill(int stored) throws Exception {
        long begun = System.nanoTime();
        try (DataFolder folder = DataFolder.open(county.folder());
                EmbeddedPostgres server = EmbeddedPostgres.start(folder, step -> {})) {
            RowWrites.fill(server, stored);
        }
        System.out.printf("%d settlements stored beside, in %.0f s%n", stored, (System.nanoTime() - begun) / 1e9);
    }

    private void measure(String what) throws Exception {
        try (OfficeProcess office = new OfficeProcess(county.folder(), false)) {
            HospitalSystem system = new HospitalSystem(office.port(), new Tally());
            // each office is a process of its own, which has compiled nothing yet
            Object _ = asFastAsPossible(system, WARM_SECONDS, 0);
            Measured full = asFastAsPossible(system, seconds, 0);
            full.print(what + ": settlements over HTTP, " + CLIENTS + " clients");
            asFastAsPossible(system, seconds, full.rate() / 2).print(what + ": at half that rate");
            office.stop();
        }
        try (DataFolder folder = DataFolder.open(county.folder());
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {})) {
            try (RowWrites writes = new RowWrites(database.address(), CLIENTS)) {
                double rate = writes.rate(seconds);
                System.out.printf(
                        "%-60s %8.0f a second%n",
                        what + ": bare writes of the same rows, " + CLIENTS + " clients", rate);
                System.out.printf("%-60s %8d bytes%n", what + ": a settlement with its indexes", writes.bytesEach());
            }
        }
    }

    /** What came of one run. */
    private record Measured(double seconds, List<Long> sortedNanos) {
        Measured {
            sortedNanos = List.copyOf(sortedNanos);
        }

        double rate() {
            return sortedNanos.size() / seconds;
        }

        void print(String what) {
            System.out.printf(
                    "%-60s %8.0f a second; half within %.1f ms, 99 of 100 within %.1f ms, all within %.1f ms%n",
                    what, rate(), at(0.5), at(0.99), at(1));
        }

        private double at(double share) {
            int last = sortedNanos.size() - 1;
            return sortedNanos.get((int) Math.min(last, sortedNanos.size() * share)) / 1e6;
        }
    }

    /** So many seconds of all clients; with a rate, each waits for its next turn, and a late turn counts as waiting. */
    private Measured asFastAsPossible(HospitalSystem system, int runSeconds, double rate) throws Exception {
        round++;
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(runSeconds);
        List<Future<?>> working = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                working.add(clients.submit(() -> client(system, number, begun, end, rate / CLIENTS, nanos)));
            }
            for (Future<?> one : working) {
                Object _ = one.get();
            }
        }
        return new Measured(
                (System.nanoTime() - begun) / 1e9, nanos.stream().sorted().toList());
    }

    private void client(
            HospitalSystem system, int client, long begun, long end, double rate, ConcurrentLinkedQueue<Long> nanos) {
        Random dice = new Random(31L * round + client);
        for (int number = 0; ; number++) {
            // the clients take turns: they do not all come at the same moment
            long turn =
                    rate == 0 ? System.nanoTime() : begun + (long) (1e9 * (number + (double) client / CLIENTS) / rate);
            if (turn >= end) {
                return;
            }
            long early = turn - System.nanoTime();
            if (early > 0) {
                HospitalSystem.pause(TimeUnit.NANOSECONDS.toMillis(early));
            }
            HospitalBill bill = HospitalBill.of(
                    dice,
                    county.senders().get(client + CLIENTS * (number % 2)),
                    "b" + round + "-" + client + "-" + number,
                    county.persons());
            HospitalSystem.Reply reply = system.settle(bill);
            if (reply.status() != 201) {
                throw new IllegalStateException(bill + ": " + reply.status() + " " + reply.reason());
            }
            Object _ = nanos.add(System.nanoTime() - turn);
        }
    }
}
