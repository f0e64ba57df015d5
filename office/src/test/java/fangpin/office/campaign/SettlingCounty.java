package fangpin.office.campaign;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.Secrets;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.Insurers;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.fund.PremiumPayments;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Headcounts;
import fangpin.office.register.IdNumber;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county that is ready to settle and to pay, in a data folder of its own: insured persons, hospitals whose systems have tokens, an
 * insurer with two desks and premium in its account. Made by the office's own faces; the office is closed again before it is handed on.
 */
public final class SettlingCounty {
    /** Whose desks sign in with {@link RunningOffice#PASSWORD}. */
    public static final String MAKER = "insurer-campaign";

    /** The second one. */
    public static final String CHECKER = "insurer-campaign-2";

    static final String PRODUCT = "supplementary-medical";
    private static final String CODE = "371082";
    private static final LocalDate DAY = LocalDate.of(2020, 1, 6);
    private static final Fen PREMIUM = new Fen(10_000_000_000_000L);
    private static final int MANY_A_MINUTE = 6_000;
    private static final int A_DAY = 900;
    private static final int VILLAGES = 40;

    /** A hospital's system: what it shows, and for whom it settles. */
    public record Sender(long hospital, String token) {}

    /** Ready to be driven. */
    public record Ready(Path folder, List<String> persons, List<Sender> senders, long contract, PolicyPack pack) {}

    private final RunningOffice office;
    final InsuredCounty county;
    final List<String> persons;

    SettlingCounty(RunningOffice office, int persons) {
        this.office = office;
        county = new InsuredCounty(office, CODE);
        List<String> made = new ArrayList<>();
        for (int serial = 0; serial < persons; serial++) {
            made.add(IdNumber.synthetic("3710", LocalDate.of(1940, 1, 1).plusDays(serial / A_DAY), serial % A_DAY)
                    .text());
        }
        this.persons = List.copyOf(made);
    }

    /** Makes one. */
    public static Ready in(Path path, int persons, int hospitals) throws RefusedException, IOException {
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {})) {
            database.migrate(step -> {});
            // its desks sign in without a second factor, as only a demonstration's do
            database.choose(true);
            try (RunningOffice office = RunningOffice.on(folder, database.address(), CryptoSuite.INTERNATIONAL)) {
                SettlingCounty made = new SettlingCounty(office, persons);
                made.people();
                long contract = made.contract();
                List<Sender> senders = made.senders(hospitals);
                PolicyPack pack = office.part(PolicyLibrary.class)
                        .pack(InsuredCounty.PACK)
                        .orElseThrow();
                return new Ready(path, made.persons, senders, contract, pack);
            }
        }
    }

    /** People of a county live in many villages, each with an account of its own in the ledger. */
    private void villages() {
        for (int number = 1; number <= VILLAGES; number++) {
            county.change(
                    """
                    insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                    select path || code || ?, id, code || ?, 'village', ?, ?, '2000-01-01' from register.division where path = ?
                    """,
                    (300 + number) + "/",
                    Integer.toString(300 + number),
                    "第" + number + "村",
                    "village " + number,
                    town());
        }
    }

    private String town() {
        return county.upperVillage.replaceFirst("[^/]+/$", "");
    }

    /** Enters its people. */
    void people() {
        villages();
        Secrets secrets = office.part(Secrets.class);
        Actor province = new Actor(0, "省", Set.of(), new Scope("370000/"), "");
        Headcounts headcounts = office.part(Headcounts.class);
        office.part(fangpin.office.access.ScopedWork.class).write(province, () -> {
            JdbcClient database = office.part(JdbcClient.class);
            List<Long> ids = database.sql("""
                            with place as (
                                select id, path, row_number() over (order by path) - 1 as number from register.division
                                where path like :town || '%' and kind = 'village'
                            ), given as materialized (
                                select * from unnest(:indexes::bytea[], :sealed::bytea[]) with ordinality as given (id_index, id_sealed, place)
                            ), home as (
                                insert into register.household (number, division_id, path, entered_by)
                                select 'C-' || given.place, place.id, place.path, 0 from given
                                join place on place.number = given.place % (select count(*) from place) returning id, path, number
                            )
                            insert into register.person (household_id, path, name, sex, born_on, relation, entered_by, id_index, id_sealed)
                            select home.id, home.path, '造' || given.place, 1, '1950-01-01', '02', 0, id_index, id_sealed
                            from given join home on home.number = 'C-' || given.place returning id
                            """)
                    .param("town", town())
                    .param(
                            "indexes",
                            persons.stream()
                                    .map(number -> secrets.index(FieldKind.ID_NUMBER, number))
                                    .toArray(byte[][]::new))
                    .param(
                            "sealed",
                            persons.stream()
                                    .map(number -> secrets.seal(FieldKind.ID_NUMBER, number))
                                    .toArray(byte[][]::new))
                    .query(Long.class)
                    .list();
            headcounts.beforeChangeOf(ids);
            Object _ = database.sql("""
                            insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)
                            select id, path, 'policy-beneficiary', '2016-01-01', 'WH3 §2b', 0 from register.person
                            """).update();
            headcounts.afterChangeOf(ids);
            return ids;
        });
    }

    private long contract() throws IOException {
        long contract = county.contract("战-1", PRODUCT);
        Insurers insurers = office.part(Insurers.class);
        long insurer = insurers.all(county.clerk).getFirst().id();
        Actor maker = county.account(MAKER, CODE, Role.INSURER);
        Actor _ = county.account(CHECKER, CODE, Role.INSURER);
        done(insurers.addLogin(county.second, insurer, MAKER));
        done(insurers.addLogin(county.second, insurer, CHECKER));
        Enrolments lists = office.part(Enrolments.class);
        long list = done(lists.draft(county.clerk, contract, county.path, InsuredCounty.FIRST_DAY, DAY));
        done(lists.check(county.clerk, list, 0, DAY));
        done(lists.approve(county.second, list, 1, DAY));
        done(lists.send(county.clerk, list, 2, DAY));
        Path reply = Files.createTempFile("fangpin-campaign", ".csv");
        try {
            StringBuilder table = new StringBuilder("身份证号,保单号\n");
            persons.forEach(number ->
                    table.append(number).append(",P-").append(number, 6, 17).append('\n'));
            Files.writeString(reply, table);
            done(lists.receive(county.clerk, list, 3, new ListReplies.Reply("", reply), DAY));
        } finally {
            Files.delete(reply);
        }
        done(lists.putInForce(county.clerk, list, 4, DAY));
        PremiumPayments premiums = office.part(PremiumPayments.class);
        long paid = done(premiums.enter(
                county.account("finance-campaign", CODE, Role.FINANCE),
                new PremiumPayments.Told(contract, PRODUCT, county.path, "district", PREMIUM, DAY, "T-1"),
                DAY));
        done(premiums.confirm(maker, paid, DAY));
        return contract;
    }

    private List<Sender> senders(int hospitals) {
        Actor system = county.account("system-campaign", "370000", Role.SYSTEM_ADMINISTRATOR);
        Actor security = county.account("security-campaign", "370000", Role.SECURITY_ADMINISTRATOR);
        Instant now = Instant.now();
        List<Sender> senders = new ArrayList<>();
        for (int number = 1; number <= hospitals; number++) {
            Hospital hospital = done(office.part(Hospitals.class)
                    .add(system, county.path, "campaign" + number, "第" + number + "医院", "Hospital " + number));
            String token = done(office.part(ApiTokens.class)
                    .make(
                            security,
                            new ApiTokens.Wanted(
                                    "campaign-" + number,
                                    hospital.nameChinese(),
                                    new Scope(hospital.path()),
                                    hospital.nameChinese(),
                                    Set.of(Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE),
                                    MANY_A_MINUTE,
                                    now.plus(Duration.ofDays(2))),
                            now));
            senders.add(new Sender(hospital.id(), token));
        }
        return List.copyOf(senders);
    }

    /** A folder that the database's own account can enter too. */
    public static Path folder() {
        try {
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory("fangpin-campaign"),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
