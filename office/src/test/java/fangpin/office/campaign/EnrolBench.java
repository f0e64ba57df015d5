package fangpin.office.campaign;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.Handbooks;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.policy.PolicyLibrary;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * 参保测速: {@code ./fangpin bench enrol [PERSONS]}. A list of so many persons for two products from the draft to covers in force, their
 * premium, and 10,000 handbooks fetched as PDF over HTTP, a file a village.
 */
public final class EnrolBench {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 6);
    private static final int HANDBOOKS = 10_000;
    private static final String CITY = "371000";

    private EnrolBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int persons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path path = SettlingCounty.folder();
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {})) {
            database.migrate(step -> {});
            database.choose(true);
            try (RunningOffice office = RunningOffice.on(folder, database.address(), CryptoSuite.INTERNATIONAL)) {
                SettlingCounty made = new SettlingCounty(office, persons);
                Object _ = timed("people entered, not part of the measure", () -> {
                    made.people();
                    districts(office, made.county);
                    return true;
                });
                enrol(office, made, persons);
                handbooks(office, made.county);
            }
        } finally {
            PostgresBinaries.deleteTree(path);
        }
    }

    private static <T> T timed(String what, Callable<T> step) throws Exception {
        long begun = System.nanoTime();
        T result = step.call();
        System.out.printf("%-50s %8.1f s%n", what, (System.nanoTime() - begun) / 1e9);
        return result;
    }

    private static void enrol(RunningOffice office, SettlingCounty made, int persons) throws Exception {
        InsuredCounty county = made.county;
        long contract = county.contract("测-1", "supplementary-medical", "accident");
        Enrolments lists = office.part(Enrolments.class);
        long begun = System.nanoTime();
        long list = timed(
                "drafted from the register, two products",
                () -> done(lists.draft(county.clerk, contract, county.path, InsuredCounty.FIRST_DAY, DAY)));
        Object _ = timed("checked, approved, sent", () -> {
            done(lists.check(county.clerk, list, 0, DAY));
            done(lists.approve(county.second, list, 1, DAY));
            return done(lists.send(county.clerk, list, 2, DAY));
        });
        Path reply = reply(made.persons);
        Object _ = timed(
                "the insurer's answer with policy numbers",
                () -> done(lists.receive(county.clerk, list, 3, new ListReplies.Reply("", reply), DAY)));
        Files.delete(reply);
        Object _ = timed("put in force", () -> done(lists.putInForce(county.clerk, list, 4, DAY)));
        Actor city = office.account("bench-city", CITY, Role.POVERTY_OFFICE).actor();
        PremiumsDue.Worked worked = timed(
                "premium due", () -> done(office.part(PremiumsDue.class).due(city, InsuredCounty.PACK, DAY, Fen.ZERO)));
        long premium = worked.due().divisions().stream()
                .flatMap(division -> division.lines().stream())
                .mapToLong(line -> line.premium().amount())
                .sum();
        System.out.printf(
                "%-50s %8.1f s, %d persons, %s yuan%n",
                "all of it", (System.nanoTime() - begun) / 1e9, persons, new Fen(premium).yuan());
    }

    /** The premium asks for every district of the pack, also for those that insure nobody here. */
    private static void districts(RunningOffice office, InsuredCounty county) {
        PremiumFunding funding = Objects.requireNonNull(office.part(PolicyLibrary.class)
                .pack(InsuredCounty.PACK)
                .orElseThrow()
                .funds()
                .premium());
        for (Division district : funding.divisions()) {
            county.change(
                    """
                    insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                    select path || ? || '/', id, ?, 'county', ?, ?, '2000-01-01' from register.division where code = ?
                    on conflict do nothing
                    """,
                    district.code(),
                    district.code(),
                    district.name().zh(),
                    district.name().en(),
                    district.parent() == null ? CITY : district.parent());
        }
    }

    private static Path reply(List<String> persons) throws IOException {
        StringBuilder table = new StringBuilder("身份证号,保单号\n");
        persons.forEach(number ->
                table.append(number).append(",P-").append(number, 6, 17).append('\n'));
        return Files.writeString(Files.createTempFile("fangpin-bench", ".csv"), table);
    }

    private static void handbooks(RunningOffice office, InsuredCounty county) throws Exception {
        List<Handbooks.Village> villages =
                office.part(Handbooks.class).villages(county.clerk, InsuredCounty.PACK, county.path, DAY);
        Browser clerk = Browser.signedIn(office, county.clerk.name());
        long begun = System.nanoTime();
        long books = 0;
        long bytes = 0;
        for (Handbooks.Village village : villages) {
            if (books >= HANDBOOKS) {
                break;
            }
            HttpResponse<String> page = clerk.get("/handbooks");
            Path place = Files.createTempFile("fangpin-handbooks", ".pdf");
            HttpResponse<Path> answer = clerk.download(
                    "/handbooks/print", Map.of("pack", InsuredCounty.PACK, "path", village.path()), place);
            if (page.statusCode() != 200 || answer.statusCode() != 200) {
                throw new IllegalStateException("no handbooks of " + village + ": " + answer.statusCode());
            }
            books += village.covered();
            bytes += Files.size(place);
            Files.delete(place);
        }
        System.out.printf(
                "%-50s %8.1f s, %d handbooks, %.1f MB%n",
                "handbooks, a PDF a village", (System.nanoTime() - begun) / 1e9, books, bytes / 1e6);
    }
}
