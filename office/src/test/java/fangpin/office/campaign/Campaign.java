package fangpin.office.campaign;

import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 故障演练: {@code ./fangpin campaign [SETTLEMENTS [PAYMENTS [RACES [FAULTS [SEED]]]]]}. The real office settles and pays over HTTP while it and
 * its database are killed and its connections are cut at random moments; then nothing that was acknowledged may be lost, and nothing may
 * stand twice.
 */
public final class Campaign implements AutoCloseable {
    private static final int HOSPITALS = 8;
    private static final int BILLS_A_PERSON = 5;
    private static final int SHORT = 1000;

    private final int races;
    private final boolean quickStarts;
    private final SettlingCounty.Ready county;
    private final Path file;
    private final Tally tally = new Tally();

    /** 规模: how much of it, and where its dice begin. */
    public record Size(int settlements, int payments, int races, int faults, long seed) {}

    /** Makes the county that is to be driven. */
    public Campaign(Size size) throws RefusedException, IOException {
        races = size.races();
        // a short run is over before a better compiled office would pay
        quickStarts = size.settlements() < SHORT;
        int persons = races + Math.max(20, size.settlements() / BILLS_A_PERSON);
        county = SettlingCounty.in(SettlingCounty.folder(), persons, HOSPITALS);
        file = county.folder().resolve("journal.txt");
    }

    /** The whole of it. */
    public static void main(String[] arguments) throws Exception {
        Size size = new Size(
                number(arguments, 0, 20_000),
                number(arguments, 1, 2_000),
                number(arguments, 2, 200),
                number(arguments, 3, 120),
                number(arguments, 4, 1));
        System.out.println("seed " + size.seed() + "; making the county ...");
        try (Campaign campaign = new Campaign(size)) {
            long begun = System.nanoTime();
            campaign.drive(size);
            List<String> faults = campaign.check();
            System.out.print(campaign.told());
            System.out.printf("%-44s %8.0f s%n", "driven for", (System.nanoTime() - begun) / 1e9);
            faults.stream().limit(50).forEach(System.out::println);
            System.out.println(
                    faults.isEmpty()
                            ? "nothing lost, nothing twice; ledger zero; year accounts as recomputed"
                            : faults.size() + " FAULTS");
            System.exit(faults.isEmpty() ? 0 : 1);
        }
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /** Where it all is. */
    public Path folder() {
        return county.folder();
    }

    /** Races first, then settlements and payments while things break; the office is stopped at the end. */
    public void drive(Size size) throws IOException, InterruptedException {
        try (FaultJournal journal = new FaultJournal(file);
                OfficeProcess office = new OfficeProcess(county.folder(), quickStarts);
                CutLine line = new CutLine(office.port())) {
            HospitalSystem system = new HospitalSystem(line.port(), tally);
            new HospitalRaces(county, system, journal, tally, size.seed()).run(size.races());
            desks(size, journal, office, line, system);
            office.stop();
        }
    }

    private void desks(Size size, FaultJournal journal, OfficeProcess office, CutLine line, HospitalSystem system)
            throws IOException, InterruptedException {
        SettlingCounty.Ready others = new SettlingCounty.Ready(
                county.folder(),
                county.persons().subList(races, county.persons().size()),
                county.senders(),
                county.contract(),
                county.pack());
        // a new name for each drive of the same county
        String round = "d" + journal.lines().size();
        List<Future<?>> working = new ArrayList<>();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int hospital = 0; hospital < HOSPITALS; hospital++) {
                int bills = size.settlements() / HOSPITALS + (hospital < size.settlements() % HOSPITALS ? 1 : 0);
                working.add(desks.submit(new SettlingDesk(
                        others,
                        hospital,
                        round + "-" + hospital,
                        bills,
                        system,
                        journal,
                        tally,
                        size.seed() + hospital)));
            }
            if (size.payments() > 0) {
                working.add(desks.submit(
                        new PayingDesk(county, line.port(), size.payments(), journal, tally, size.seed() - 1)));
            }
            new Breakage(office, line, tally, new Random(size.seed()))
                    .run(size.faults(), size.settlements() + 2 * size.payments(), working);
            for (Future<?> desk : working) {
                ended(desk);
            }
        }
    }

    private void ended(Future<?> desk) throws InterruptedException {
        try {
            Object _ = desk.get();
        } catch (ExecutionException broken) {
            tally.fault("a desk gave up: " + broken.getCause());
        }
    }

    /** Everything that is wrong: what desks were told, and what stands in the database. */
    public List<String> check() throws RefusedException, IOException {
        List<String> faults = new ArrayList<>(tally.faults());
        try (DataFolder folder = DataFolder.open(county.folder());
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {});
                FaultJournal journal = new FaultJournal(file)) {
            faults.addAll(CampaignCheck.run(database.address(), folder.keys(), journal.lines()));
        }
        return List.copyOf(faults);
    }

    /** What was counted. */
    public String told() {
        return tally.told();
    }

    /** How often something was counted. */
    public int counted(String what) {
        return tally.counted(what);
    }

    @Override
    public void close() throws IOException {
        PostgresBinaries.deleteTree(county.folder());
    }
}
