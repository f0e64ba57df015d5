package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** 参保: next year's contract, the list of who joined since, what is asked of finance, the handbooks, and what the insurer spends. */
class EnrolmentTest {
    private static final String PASSWORD = "dian-hua-gao-zhi";

    private final Office office = Office.get();

    @Test
    void aContractIsDraftedByOneAndApprovedByAnother() {
        String contract;
        try (Clerk city = office.signIn("city")) {
            city.go("/contracts/new");
            city.fill("number", "威扶特惠保〔2021〕1号");
            city.choose("insurer", "YS-WH 演示财产保险股份有限公司威海市分公司");
            city.ask("document.querySelector('input[name=pack][value=\"weihai-2020\"]').checked = true");
            city.tick("weihai-2020.accident");
            city.fill("validFrom", "2021-01-01");
            city.fill("validLast", "2021-12-31");
            city.fill("account", "扶贫特惠保险专户（演示）");
            city.press("起草");
            city.awaits(".*/contracts/[0-9]+$");
            contract = city.where();
            city.press("提交批准");
            city.sees("项应写明的内容或选择条件，合同不能生效");
            city.ask(
                    "document.querySelectorAll('main table input').forEach((cell, i) => cell.value = '合同第' + (i + 1) + '条')");
            city.press("保存");
            city.sees("齐全");
            city.press("提交批准");
            city.sees("待批准");
            assertFalse(city.offers("批准生效"), "who drafted it does not approve");
            city.picture("contract");
            city.heardNoComplaint();
        }
        try (Clerk second = office.signIn("city2")) {
            second.go(contract);
            second.press("批准生效");
            second.sees("起草名单");
            second.heardNoComplaint();
        }
        try (Clerk hospital = office.signIn("hospital")) {
            assertEquals(403, hospital.go(contract));
        }
    }

    @Test
    void whoJoinedSinceIsApprovedSentAnsweredAndInForce() throws IOException {
        String list;
        try (Clerk second = office.signIn("county2")) {
            second.go("/contracts");
            second.follow("威扶特惠保〔2020〕1号");
            second.open("已核对，待批准");
            list = second.where();
            second.press("批准");
            second.sees("已批准，待报送");
            second.heardNoComplaint();
        }
        try (Clerk county = office.signIn("county")) {
            county.go(list);
            county.press("已报送承保机构");
            county.sees("导入回复");
        }
        List<String> numbers;
        try (Clerk insurer = office.signIn("insurer")) {
            insurer.go(list.replace("/enrolments/", "/own-insured/"));
            insurer.fill("purpose", "承保和理赔");
            insurer.fill("password", PASSWORD);
            numbers = idNumbers(insurer.download("导出 Excel"));
            assertFalse(numbers.isEmpty(), insurer.read());
            assertEquals(403, insurer.go(list), "the county's own page is not the insurer's");
        }
        try (Clerk county = office.signIn("county")) {
            county.go(list);
            county.attach("file", "回复.csv", reply(numbers.subList(1, numbers.size())) + "379999190001010019,YS-9\n");
            county.press("导入回复");
            county.follow("差异");
            county.sees("名单上没有此人");
            county.picture("list-differences");
            county.go(list);
            county.attach("file", "回复.csv", reply(numbers));
            county.press("导入回复");
            county.doesNotSee("处差异");
            county.press("生效");
            county.sees("已生效");
            county.picture("list");
            county.heardNoComplaint();
        }
    }

    private static List<String> idNumbers(Path workbook) throws IOException {
        Path named = Files.createTempFile("own-insured", ".xlsx");
        Files.write(named, opened(workbook));
        List<String> numbers = new ArrayList<>();
        RowHandler second = new RowHandler() {
            @Override
            public void row(long row, Cells cells) {
                numbers.add(cells.text(1));
            }

            @Override
            public void restart(List<String> header) {
                numbers.clear();
            }
        };
        switch (Tables.open(named)) {
            case Table table -> {
                Object _ = table.read(second);
            }
            case FileRefusal refusal -> throw new AssertionError(refusal);
        }
        Files.delete(named);
        return numbers;
    }

    /** As Excel opens it when it was told the password. */
    private static byte[] opened(Path locked) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(locked.toFile())) {
            Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
            assertTrue(decryptor.verifyPassword(PASSWORD));
            try (InputStream workbook = decryptor.getDataStream(file)) {
                return workbook.readAllBytes();
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String reply(List<String> numbers) {
        StringBuilder rows = new StringBuilder("身份证号,保单号\n");
        for (int i = 0; i < numbers.size(); i++) {
            rows.append(numbers.get(i)).append(",YS2020-J").append(i).append('\n');
        }
        return rows.toString();
    }

    @Test
    void whatIsAskedOfFinanceIsALetterToTakeAlong() throws IOException {
        try (Clerk city = office.signIn("city")) {
            city.go("/premium?pack=weihai-2020");
            city.sees("应筹");
            city.picture("premium");
            city.follow("请示");
            city.sees("妥否，请批示");
            city.picture("premium-request");
            assertStarts("PK", city.save("下载 Word"));
            assertStarts("%PDF", city.save("下载 PDF"));
            city.heardNoComplaint();
        }
        try (Clerk helper = office.signIn("helper")) {
            assertEquals(403, helper.go("/premium?pack=weihai-2020"));
        }
    }

    @Test
    void aVillagesHandbooksArePrintedAndHandedOut() throws IOException {
        try (Clerk village = office.signIn("village")) {
            village.go("/handbooks");
            village.open("大庄村");
            String print = village.text("form[action='/handbooks/print'] button");
            assertStarts("%PDF", village.download(print));
            village.ask("document.querySelector('input[name=person]').checked = true");
            village.choose("receiver", "代管人");
            village.press("登记所选");
            village.doesNotSee("代管人 2020");
            village.ask("document.querySelector('input[name=person]').checked = true");
            village.choose("receiver", "代管人");
            village.fill("keeper", "孙永强");
            village.press("登记所选");
            village.sees("孙永强");
            village.picture("handbooks");
            village.heardNoComplaint();
        }
        try (Clerk hospital = office.signIn("hospital")) {
            assertEquals(403, hospital.go("/handbooks"));
        }
    }

    @Test
    void whatTheInsurerSpendsIsAgreedByItsSecondClerkAndSeenByTheCity() {
        String corridor;
        try (Clerk insurer = office.signIn("insurer")) {
            insurer.go("/corridor");
            insurer.follow("医疗商业补充保险");
            corridor = insurer.where();
            insurer.unfold("登记费用");
            insurer.fill("what", "手册印刷");
            insurer.fill("voucher", "JZ-2020-0051");
            insurer.fill("amount", "1,200.505");
            insurer.press("登记费用");
            insurer.doesNotSee("JZ-2020-0051");
            insurer.unfold("登记费用");
            insurer.fill("what", "手册印刷");
            insurer.fill("voucher", "JZ-2020-0051");
            insurer.fill("amount", "1200.50");
            insurer.press("登记费用");
            insurer.sees("JZ-2020-0051");
            assertFalse(insurer.offers("同意"), "who entered it does not agree");
            insurer.heardNoComplaint();
        }
        try (Clerk second = office.signIn("insurer2")) {
            second.go(corridor);
            second.press("同意");
            second.sees("已入账");
            second.sees("1,200.50");
            second.picture("corridor");
        }
        try (Clerk city = office.signIn("city")) {
            city.go(corridor);
            city.sees("1,200.50");
            city.ask("document.querySelector('a[href*=\"kind=operating-cost\"]').click()");
            city.awaits(".*/ledger/accounts.*");
            city.ask("document.querySelector('main tbody a').click()");
            city.awaits(".*/ledger/accounts/[0-9]+$");
            city.sees("1,200.50");
            city.picture("corridor-account");
            city.heardNoComplaint();
        }
    }

    private static void assertStarts(String expected, Path file) throws IOException {
        byte[] start = Arrays.copyOf(Files.readAllBytes(file), expected.length());
        assertEquals(expected, new String(start, StandardCharsets.US_ASCII));
    }
}
