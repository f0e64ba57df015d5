package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.Workbooks;
import fangpin.office.access.ExportPurposes;
import fangpin.office.enrolment.InsuredCounty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the files of settlements and contracts: what their pages say; and that it is written down what for. */
class ExportedListsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);

    @TempDir
    Path folder;

    /** The line of a file that begins so, with its header before. */
    private List<List<String>> found(Browser reader, String list, String first) {
        List<List<String>> rows = Workbooks.given(reader, "/exports/" + list, folder.resolve(list + ".xlsx"));
        return Stream.concat(
                        rows.stream().limit(1),
                        rows.stream().skip(1).filter(row -> row.getFirst().equals(first)))
                .toList();
    }

    @Test
    void aSettlementsLineSaysWhatItsPageSays() {
        BillMessage message = ward.bill(ward.insured(LocalDate.of(2020, 1, 1)), "2020-05-10", 12_000, 10_000, 5_500);
        Bill bill = done(office.part(Settlements.class).settle(ward.firstDesk, ward.first.id(), message, Ward.TODAY));
        List<List<String>> rows = found(Browser.signedIn(office, "ward-first"), "settlements", bill.billNumber());
        assertEquals(
                List.of(
                        List.of("账单号", "医院", "姓名", "出院日期", "总费用", "本险支付", "个人应付", "环节"),
                        List.of(
                                bill.billNumber(),
                                "第一医院",
                                bill.personName(),
                                "2020-05-10",
                                "12,000.00",
                                "3,500.01",
                                "2,999.99",
                                "已结算")),
                rows);
        ExportPurposes.Line line =
                office.part(ExportPurposes.class).page(ward.city, null, 9).getFirst();
        assertEquals("对账核对用 县医保局", line.export().purpose() + " " + line.export().receiver());
        assertEquals("settlements", line.export().what());
    }

    /** The files of an upload: refused without purpose or receiver, and then nothing is noted; noted with both. */
    @Test
    void theFilesOfAnUploadSayWhatBecameOfItsRows() throws IOException {
        String good = "G" + System.nanoTime();
        String person = ward.insured(LocalDate.of(2020, 1, 1));
        Path month = Files.write(
                folder.resolve("month.csv"),
                List.of(
                        "账单号,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付",
                        good + "," + person + ",2020-05-01,2020-05-10,12000,10000,5500,0,0,0",
                        "坏行," + person + ",2020-05-01,2020-05-10,12000,10000,七百,0,0,0"));
        Uploads uploads = office.part(Uploads.class);
        Upload sent = done(uploads.receive(
                ward.firstDesk,
                new Uploads.Sent(ward.first.id(), "weihai-2020", "supplementary-medical", "month.csv", month),
                Ward.TODAY));
        done(uploads.settle(ward.firstDesk, sent.id(), Ward.TODAY));
        Browser hospital = Browser.signedIn(office, "ward-first");
        String files = "/settlements/uploads/" + sent.id() + "/files/";
        for (Map<String, String> form : List.of(
                Map.<String, String>of(), Map.of("purpose", "对账核对用"), Map.of("purpose", "对", "receiver", "医保科"))) {
            assertEquals(422, hospital.post(files + "accepted", form).statusCode());
        }
        assertEquals(List.of(), noted(sent));
        List<List<String>> accepted = Workbooks.given(hospital, files + "accepted", folder.resolve("accepted.xlsx"));
        assertEquals(List.of("行号", "账单号", "身份证号"), accepted.getFirst().subList(0, 3));
        assertEquals(List.of("2", good, person), accepted.get(1).subList(0, 3));
        assertEquals(2, accepted.size());
        List<List<String>> rejected = Workbooks.given(hospital, files + "rejected", folder.resolve("rejected.xlsx"));
        assertEquals(
                List.of("坏行", "3", "基本医保支付", "不是金额；写元，最多两位小数，不带逗号"),
                List.of(
                        rejected.get(1).getFirst(),
                        rejected.get(1).get(10),
                        rejected.get(1).get(11),
                        rejected.get(1).get(12)));
        assertEquals(
                List.of(
                        "upload-rejected/" + sent.id() + " 对账核对用 县医保局 1",
                        "upload-accepted/" + sent.id() + " 对账核对用 县医保局 1"),
                noted(sent));
        assertEquals(Optional.empty(), uploads.find(ward.secondDesk, sent.id()), "another hospital finds no such file");
    }

    private List<String> noted(Upload sent) {
        return office.part(ExportPurposes.class).page(ward.city, null, 99).stream()
                .map(ExportPurposes.Line::export)
                .filter(one -> one.what().startsWith("upload-") && one.what().endsWith("/" + sent.id()))
                .map(one -> one.what() + " " + one.purpose() + " " + one.receiver() + " " + one.rows())
                .toList();
    }

    @Test
    void aContractsLineSaysWhatItsPageSays() {
        InsuredCounty county = new InsuredCounty(office, "371076");
        String number = "导出-" + System.nanoTime();
        long _ = county.contract(number, "supplementary-medical", "accident");
        List<List<String>> rows = found(Browser.signedIn(office, "enrol-371076"), "contracts", number);
        assertEquals(
                List.of(
                        List.of("合同编号", "承保机构", "政策包", "险种", "合同期", "环节"),
                        List.of(
                                number,
                                "甲保险公司",
                                "weihai-2020",
                                "医疗商业补充保险 450.00；意外伤害保险 8.00",
                                "2020-01-01 – 2020-12-31",
                                "生效")),
                rows);
        ExportPurposes.Line line =
                office.part(ExportPurposes.class).page(county.clerk, null, 9).getFirst();
        assertEquals(
                "contracts 对账核对用 1",
                line.export().what() + " " + line.export().purpose() + " "
                        + line.export().rows());
    }
}
