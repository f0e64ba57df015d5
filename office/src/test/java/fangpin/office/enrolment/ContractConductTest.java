package fangpin.office.enrolment;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WH3 §5.1: an insurer is kept only where no serious fault of the contract's own list stands; by two persons. */
class ContractConductTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 11, 2);
    private static final LocalDate LONGER = LocalDate.of(2022, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final ContractConduct conduct = office.part(ContractConduct.class);

    private long kind(InsuredCounty county, long contract, String words, boolean serious) {
        return done(conduct.list(county.clerk, contract, words, "第十二条", serious, TODAY));
    }

    @Test
    void withoutAnyFaultAnotherPersonExtendsTheContract() {
        InsuredCounty county = new InsuredCounty(office, "371051");
        long contract = county.contract("续-1", "accident");
        refused(
                EnrolmentRefusal.BAD_PERIOD,
                conduct.extend(county.clerk, contract, LocalDate.of(2020, 6, 1), "服务好", TODAY));
        long extension = done(conduct.extend(county.clerk, contract, LONGER, "服务好", TODAY));
        refused(
                EnrolmentRefusal.CHANGED_MEANWHILE,
                conduct.extend(county.second, contract, LONGER.plusYears(1), "再续", TODAY));
        refused(AccessRefusal.SAME_PERSON, conduct.approve(county.clerk, contract, extension, TODAY));
        done(conduct.approve(county.second, contract, extension, TODAY));
        Contract now = office.part(Contracts.class).find(county.clerk, contract).orElseThrow();
        assertEquals(LONGER, now.validTo());
        refused(EnrolmentRefusal.CHANGED_MEANWHILE, conduct.approve(county.second, contract, extension, TODAY));
    }

    @Test
    void aSeriousFaultShutsItWithTheClauseUntilItIsDismissed() {
        InsuredCounty county = new InsuredCounty(office, "371052");
        long contract = county.contract("续-2", "accident");
        long light = kind(county, contract, "回访不及时", false);
        long serious = kind(county, contract, "拖延赔付超过三十日", true);
        long small = done(conduct.find(county.clerk, contract, light, LocalDate.of(2020, 8, 1), "两户未回访", TODAY));
        done(conduct.judge(county.second, contract, small, true, "", TODAY));
        long extension = done(conduct.extend(county.clerk, contract, LONGER, "续期", TODAY));
        long fault = done(conduct.find(county.clerk, contract, serious, LocalDate.of(2020, 9, 9), "一案拖延四十日", TODAY));
        Answer<Long> shut = conduct.approve(county.second, contract, extension, TODAY);
        refused(EnrolmentRefusal.SERIOUS_FAULT, shut);
        assertEquals(
                List.of("拖延赔付超过三十日", LocalDate.of(2020, 9, 9), "WH3 §5.1"), ((Answer.Refused<Long>) shut).arguments());
        refused(AccessRefusal.SAME_PERSON, conduct.judge(county.clerk, contract, fault, false, "查无实据", TODAY));
        refused(EnrolmentRefusal.REASON_MISSING, conduct.judge(county.second, contract, fault, false, " ", TODAY));
        done(conduct.judge(county.second, contract, fault, false, "查无实据", TODAY));
        done(conduct.approve(county.second, contract, extension, TODAY));

        long again = done(conduct.find(county.clerk, contract, serious, LocalDate.of(2020, 10, 1), "又一案", TODAY));
        done(conduct.judge(county.second, contract, again, true, "", TODAY));
        refused(
                EnrolmentRefusal.SERIOUS_FAULT,
                conduct.extend(county.clerk, contract, LONGER.plusYears(1), "再续", TODAY));
    }

    @Test
    void faultsAreOfTheContractsOwnListAndNobodyElseWritesThem() {
        InsuredCounty county = new InsuredCounty(office, "371053");
        InsuredCounty other = new InsuredCounty(office, "371054");
        long contract = county.contract("续-3", "accident");
        long theirs = kind(other, other.contract("续-4", "accident"), "泄露信息", true);
        refused(
                EnrolmentRefusal.FIELD_MISSING,
                conduct.find(county.clerk, contract, theirs, LocalDate.of(2020, 8, 1), "某事", TODAY));
        refused(EnrolmentRefusal.NOT_FOUND, conduct.list(other.clerk, contract, "某过错", "第一条", true, TODAY));
    }

    @Test
    void filesAreKeptWithTheContractForItsOwnDivision() {
        InsuredCounty county = new InsuredCounty(office, "371055");
        long contract = county.contract("续-5", "accident");
        byte[] pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        ContractFiles files = office.part(ContractFiles.class);
        var kept = done(files.attach(county.clerk, contract, "合同.pdf", pdf, Instant.now()));
        assertEquals(1, files.of(county.second, contract).size());
        InsuredCounty other = new InsuredCounty(office, "371056");
        assertEquals(List.of(), files.of(other.clerk, contract));
        Browser clerk = Browser.signedIn(office, "enrol-371055");
        assertEquals(
                200, clerk.get("/contracts/" + contract + "/files/" + kept.id()).statusCode());
        assertEquals(
                404,
                Browser.signedIn(office, "enrol-371056")
                        .get("/contracts/" + contract + "/files/" + kept.id())
                        .statusCode());
        assertTrue(clerk.get("/contracts/" + contract).body().contains("合同.pdf"));
        assertEquals(
                422,
                clerk.post("/contracts/" + contract + "/extensions", Map.of("validLast", "2020-01-02", "note", "早了"))
                        .statusCode());
    }
}
