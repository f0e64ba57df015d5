package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.fund.Treasury;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month beside a party's statement: totals, then each bill that differs, cleared up one by one. */
class ReconciliationsTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final Reconciliations reconciliations = office.part(Reconciliations.class);
    private final Actor clerk =
            office.account("statement-clerk", "371082", Role.MEDICAL_SECURITY).actor();

    @TempDir
    Path folder;

    private Bill settled(Hospital hospital, Actor desk, LocalDate day) {
        return done(settlements.settle(
                desk, hospital.id(), ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500), day));
    }

    private Path file(String header, List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(Files.createTempFile(folder, "statement", ".csv"), all);
    }

    /** A month of its own, so that other tests' bills are not in it. */
    @Test
    void totalsThenDifferencesLineByLineUntilAllAreClearedUp() throws IOException {
        LocalDate month = LocalDate.of(2020, 8, 1);
        Bill same = settled(ward.first, ward.firstDesk, month.plusDays(3));
        Bill other = settled(ward.first, ward.firstDesk, month.plusDays(4));
        Bill unsaid = settled(ward.first, ward.firstDesk, month.plusDays(5));
        Bill cancelled = settled(ward.first, ward.firstDesk, month.plusDays(6));
        done(settlements.cancel(ward.firstDesk, cancelled.id(), 1, "错单", month.plusDays(7)));
        Statement.Total total = reconciliations.totals(clerk, month.plusDays(9)).stream()
                .filter(one -> one.hospital().id() == ward.first.id())
                .findFirst()
                .orElseThrow();
        assertEquals(4, total.bills());
        assertEquals(3 * 350_001, total.fen());
        Path file = file(
                "账单号,金额",
                List.of(
                        same.billNumber() + ",3500.01",
                        other.billNumber() + ",3500.00",
                        other.billNumber() + ",-1.00",
                        "不认识的账单,12.30"));
        long id = done(reconciliations.compare(
                clerk, new Reconciliations.Sent(ward.first.id(), month, "八月.csv", file), month.plusMonths(1)));
        Statement statement = reconciliations.find(clerk, id).orElseThrow();
        assertEquals(new Statement.Sum(3, 350_001 + 349_900 + 1_230), statement.theirs());
        assertEquals(new Statement.Sum(4, 3 * 350_001), statement.ours());
        List<Statement.Difference> differences = reconciliations.differences(clerk, id, 0, 99);
        List<String> said = differences.stream()
                .map(one -> one.kind() + " " + one.billNumber() + " " + yuan(one.theirFen()) + " " + yuan(one.ourFen()))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "MISSING_HERE 不认识的账单 12.30 -",
                        "MISSING_THERE " + unsaid.billNumber() + " - 3500.01",
                        "OTHER_AMOUNT " + other.billNumber() + " 3499.00 3500.01"),
                said);
        refused(SettlementRefusal.CHANGED_MEANWHILE, reconciliations.close(clerk, id, "已对清", month));
        refused(
                SettlementRefusal.REASON_MISSING,
                reconciliations.closeDifference(
                        clerk, id, differences.getFirst().id(), " ", month));
        String page = Browser.signedIn(office, "statement-clerk")
                .get("/reconciliations/" + id)
                .body();
        assertTrue(page.contains("不认识的账单") && page.contains("3,499.00"), page);
        for (Statement.Difference one : differences) {
            done(reconciliations.closeDifference(clerk, id, one.id(), "医院更正", month));
            refused(
                    SettlementRefusal.CHANGED_MEANWHILE,
                    reconciliations.closeDifference(clerk, id, one.id(), "再办", month));
        }
        done(reconciliations.close(clerk, id, "已对清", month.plusMonths(1)));
        assertEquals(
                month.plusMonths(1),
                reconciliations.find(clerk, id).orElseThrow().closedOn());
        assertTrue(Browser.signedIn(office, "statement-clerk")
                .get("/reconciliations?month=2020-08")
                .body()
                .contains("10,500.03"));
    }

    private static String yuan(@org.jspecify.annotations.Nullable Long fen) {
        return fen == null ? "-" : Fen.yuan(fen);
    }

    /** An insurer's statement is about every hospital; one number at two hospitals are two bills. */
    @Test
    void anInsurersStatementNamesTheHospitals() throws IOException {
        LocalDate month = LocalDate.of(2020, 9, 1);
        Treasury here = new Treasury(office, "371049", "supplementary-medical");
        Actor insurer = here.maker;
        settled(ward.first, ward.firstDesk, month.plusDays(3));
        Bill first = own(here, ward.first, ward.firstDesk, month.plusDays(3));
        Bill second = own(here, ward.second, ward.secondDesk, month.plusDays(3));
        Path file = file(
                "hospital_code,bill_id,amount",
                List.of(
                        "WARD1," + first.billNumber() + ","
                                + Fen.yuan(first.latest().paidFen()),
                        "ward2," + second.billNumber() + ","
                                + Fen.yuan(second.latest().paidFen()),
                        "ward2," + first.billNumber() + ",1"));
        long id = done(reconciliations.compare(
                insurer, new Reconciliations.Sent(null, month, "insurer.csv", file), month.plusMonths(1)));
        List<Statement.Difference> differences = reconciliations.differences(insurer, id, 0, 99);
        assertEquals(1, differences.size());
        assertEquals(Statement.Kind.MISSING_HERE, differences.getFirst().kind());
        assertEquals("ward2", differences.getFirst().hospitalCode());
        Actor unknown =
                office.account("statement-insurer", "371049", Role.INSURER).actor();
        assertTrue(reconciliations.find(unknown, id).isEmpty(), "another insurer's");
        refused(
                SettlementRefusal.INSURER_UNKNOWN,
                reconciliations.compare(
                        unknown, new Reconciliations.Sent(null, month, "insurer.csv", file), month.plusMonths(1)));
    }

    private Bill own(Treasury here, Hospital hospital, Actor desk, LocalDate day) {
        return done(settlements.settle(
                desk, hospital.id(), ward.bill(here.insured.idNumber(), "2020-05-10", 12000, 10000, 5500), day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            账单号        | 1            | COLUMNS_MISSING
            账单号,金额   | B1,1.234     | STATEMENT_ROW
            账单号,金额   | B1,"1,000"   | STATEMENT_ROW
            账单号,金额   | ,1           | STATEMENT_ROW
            账单号,金额   | "B1,1        | FILE_REFUSED
            """)
    void aStatementThatCannotBeReadIsRefusedWhole(String header, String line, SettlementRefusal reason)
            throws IOException {
        Path file = file(header, List.of(line));
        refused(
                reason,
                reconciliations.compare(clerk, new Reconciliations.Sent(ward.first.id(), YEAR, "x.csv", file), YEAR));
        refused(
                SettlementRefusal.NO_RIGHT,
                reconciliations.compare(
                        ward.city, new Reconciliations.Sent(ward.first.id(), YEAR, "x.csv", file), YEAR));
        refused(
                SettlementRefusal.NOT_FOUND,
                reconciliations.compare(
                        ward.firstDesk, new Reconciliations.Sent(ward.second.id(), YEAR, "x.csv", file), YEAR));
    }

    private static void refused(SettlementRefusal reason, Answer<?> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
