package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Supervision of special funds: from the city's figure to a line and its document, a finding by two persons, a package for the auditor. */
class SupervisionTest {
    private final Office office = Office.get();

    @Test
    void theBoardLeadsFromTheCityToALineAndItsSourceDocument() {
        try (Clerk inspector = office.signIn("inspection")) {
            inspector.go("/fund-board?by=division");
            inspector.sees("投入");
            inspector.picture("fund-board");
            inspector.go("/fund-board/lines");
            inspector.sees("指标明细");
            inspector.ask("document.querySelector('main tbody a').click()");
            inspector.awaits(".*/fund-lines/[0-9]+$");
            inspector.sees("来");
            inspector.go("/fund-board/payments");
            inspector.sees("支付明细");
            inspector.go("/fund-board?by=use");
            inspector.sees("使用率");
            inspector.heardNoComplaint();
        }
    }

    @Test
    void aFindingIsPutRightByOneAndClosedByAnother() {
        String finding;
        try (Clerk maker = office.signIn("finance")) {
            maker.go("/fund-findings");
            maker.press("现在核查");
            maker.sees("最近运行");
            maker.picture("fund-findings");
            maker.go("/fund-findings?grade=finding&state=open");
            maker.ask("document.querySelector('main section tbody a').click()");
            maker.awaits(".*/fund-findings/[0-9]+$");
            finding = maker.where();
            maker.fill("said", "已核实并补办手续");
            maker.press("提交整改");
            maker.sees("已整改待销号");
            assertFalse(maker.offers("销号"), "who put it right does not close it");
            maker.picture("fund-finding");
            maker.heardNoComplaint();
        }
        try (Clerk other = office.signIn("county")) {
            other.go(finding);
            other.fill("said", "材料齐全，同意销号");
            other.press("销号");
            other.sees("已销号");
            other.heardNoComplaint();
        }
        try (Clerk inspector = office.signIn("inspection")) {
            inspector.go(finding);
            inspector.sees("材料齐全");
            assertFalse(inspector.offers("提交整改"), "discipline inspection only reads");
            inspector.heardNoComplaint();
        }
    }

    @Test
    void theAuditorTakesAPackageAlong() throws IOException {
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/audit-packages");
            auditor.fill("purpose", "年度审计");
            auditor.fill("receiver", "市审计局");
            var file = auditor.download("导出资料包");
            assertTrue(Files.size(file) > 0);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertTrue(zip.getEntry("verify.py") != null && zip.getEntry("entries.csv") != null);
            }
            auditor.go("/audit-packages");
            auditor.sees("SHA-256");
            auditor.heardNoComplaint();
        }
    }
}
