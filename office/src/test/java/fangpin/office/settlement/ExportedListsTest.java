package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.ExportPurposes;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.tables.Cells;
import fangpin.tables.Lines;
import fangpin.tables.RowHandler;
import fangpin.tables.TableOutcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Path file = folder.resolve(list + ".xlsx");
        assertEquals(
                200,
                reader.download("/exports/" + list, Map.of("purpose", "对账核对用", "receiver", "县医保局"), file)
                        .statusCode());
        List<List<String>> rows = new ArrayList<>();
        assertInstanceOf(
                TableOutcome.AllRead.class,
                assertInstanceOf(Lines.class, Lines.open(file)).read(new RowHandler() {
                    @Override
                    public void row(long row, Cells cells) {
                        List<String> texts = new ArrayList<>();
                        for (int at = 0; at < cells.count(); at++) {
                            texts.add(cells.text(at));
                        }
                        if (rows.isEmpty() || texts.getFirst().equals(first)) {
                            rows.add(texts);
                        }
                    }

                    @Override
                    public void restart(List<String> again) {
                        rows.clear();
                    }
                }));
        return rows;
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
