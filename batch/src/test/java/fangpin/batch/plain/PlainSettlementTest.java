package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole small files: what is settled, in which order, and why a row is rejected. A semicolon ends a line, ␣ is a space. */
class PlainSettlementTest {
    private static final String MEMBERS =
            "person_id,category,from,to;P,policy-beneficiary,2018-01-01,;Q,instant-help,2020-05-02,;X,other,2018-01-01,";
    private static final String HEADER =
            "bill_id,person_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid,critical_illness_paid,"
                    + "hospital_waiver,medical_assistance_paid,other_paid";

    private static PlainResult settle(String bills) {
        return PlainSettlement.settle(MEMBERS.replace(';', '\n'), (HEADER + ";" + bills).replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # WH3 §3.1: after basic, critical-illness, waiver, assistance; 1,500 total, 1,000 eligible, 600 paid before
            B,P,2020-01-02,2020-01-03,1500,1000,100,200,250,50,  | B,P,300.01,99.99,500.00,300.01
            # a further payer counts like the others (R14); what is left is 99.99 already
            B,P,2020-01-02,2020-01-03,1500,1000,100,200,250,50,300.01 | B,P,0.00,99.99,500.00,0.00
            # earlier payers cover all: nothing is taken back to avoid zero self-payment (SD §4.1, R12)
            B,P,2020-01-02,2020-01-03,1000,1000,1000,0,0,0,0     | B,P,0.00,0.00,0.00,0.00
            # equal bounds are consistent: eligible = total, payers = eligible
            B,P,2020-01-02,2020-01-03,0.00,0.00,0.00,0,0,0,      | B,P,0.00,0.00,0.00,0.00
            # eligible cost only; all of the rest is outside
            B,P,2020-01-02,2020-01-03,5000,0,0,0,0,0,            | B,P,0.00,0.00,5000.00,0.00
            # WH3 §3 (R7): the discharge date decides, both edges of the period are in it
            B,P,2019-12-01,2020-01-01,1,1,1,0,0,0,               | B,P,0.00,0.00,0.00,0.00
            B,P,2020-12-31,2020-12-31,1,1,1,0,0,0,               | B,P,0.00,0.00,0.00,0.00
            B,Q,2020-01-01,2020-05-02,1,1,1,0,0,0,               | B,Q,0.00,0.00,0.00,0.00
            """)
    void oneBill(String bill, String settled) {
        PlainResult result = settle(bill);
        assertEquals(List.of(settled), result.acceptedLines());
        assertEquals(List.of(), result.rejectLines());
        assertEquals(0, result.exitStatus());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bad-row: more or fewer cells than the header
            B,P,2020-01-02,2020-01-03,1,1,0,0,0,0              | 2,B,bad-row,,
            B,P,2020-01-02,2020-01-03,1,1,0,0,0,0,0,           | 2,B,bad-row,,
            ␣                                                  | 2,␣,bad-row,,
            # missing-field comes before all other reasons of cells, over all needed columns in order
            ,P,bad,2020-01-03,1,1,0,0,0,0,0                    | 2,,missing-field,bill_id,
            B,,2020-01-02,2020-01-03,1,1,0,0,0,0,0             | 2,B,missing-field,person_id,
            B,P,,2020-01-03,1,1,0,0,0,0,0                      | 2,B,missing-field,admission_date,
            B,P,2020-01-02,,1,1,0,0,0,0,0                      | 2,B,missing-field,discharge_date,
            B,P,2020-01-02,2020-01-03,,,,0,0,0,0               | 2,B,missing-field,total_cost,
            B,P,2020-01-02,2020-01-03,x,,0,0,0,0,0             | 2,B,missing-field,eligible_cost,
            B,P,2020-01-02,2020-01-03,1,1,,0,0,0,0             | 2,B,missing-field,basic_paid,
            B,P,2020-01-02,2020-01-03,1,1,0,,0,0,0             | 2,B,missing-field,critical_illness_paid,
            B,P,2020-01-02,2020-01-03,1,1,0,0,,0,0             | 2,B,missing-field,hospital_waiver,
            B,P,2020-02-30,2020-01-03,1,1,0,0,0,,0             | 2,B,missing-field,medical_assistance_paid,
            # bad-date
            B,P,2020-02-30,2020-2-3,x,1,0,0,0,0,0              | 2,B,bad-date,admission_date,2020-02-30
            B,P,2020-02-03,2020-2-3,x,1,0,0,0,0,0              | 2,B,bad-date,discharge_date,2020-2-3
            B,P,2020-01-03,2020-01-02,x,1,0,0,0,0,0            | 2,B,bad-date,discharge_date,2020-01-02
            # bad-amount
            B,P,2020-01-02,2020-01-03,-1,.5,0,0,0,0,0          | 2,B,bad-amount,total_cost,-1
            B,P,2020-01-02,2020-01-03,1,.5,0,0,0,0,0           | 2,B,bad-amount,eligible_cost,.5
            B,P,2020-01-02,2020-01-03,1,1,1.,0,0,0,0           | 2,B,bad-amount,basic_paid,1.
            B,P,2020-01-02,2020-01-03,1,1,0,0.001,0,0,0        | 2,B,bad-amount,critical_illness_paid,0.001
            B,P,2020-01-02,2020-01-03,1,1,0,0,1234567890123,0,0 | 2,B,bad-amount,hospital_waiver,1234567890123
            B,P,2020-01-02,2020-01-03,1,1,0,0,0,１,0            | 2,B,bad-amount,medical_assistance_paid,１
            B,P,2020-01-02,2020-01-03,1,1,0,0,0,0,␣            | 2,B,bad-amount,other_paid,␣
            # amounts-inconsistent: one fen too much, against total or against the payers together
            B,P,2020-01-02,2020-01-03,1,1.01,0,0,0,0,0         | 2,B,amounts-inconsistent,eligible_cost,1.01
            B,P,2020-01-02,2020-01-03,1,1,0.2,0.2,0.2,0.2,0.21 | 2,B,amounts-inconsistent,eligible_cost,1
            B,W,2021-01-02,2021-01-03,1,1,1.01,0,0,0,0         | 2,B,amounts-inconsistent,eligible_cost,1
            # unknown-person, then not-covered on the discharge date
            B,p,2020-01-02,2021-01-03,1,1,0,0,0,0,0            | 2,B,unknown-person,person_id,p
            B,P,2019-12-31,2019-12-31,1,1,0,0,0,0,0            | 2,B,not-covered,discharge_date,2019-12-31
            B,P,2020-12-31,2021-01-01,1,1,0,0,0,0,0            | 2,B,not-covered,discharge_date,2021-01-01
            B,Q,2020-01-02,2020-05-01,1,1,0,0,0,0,0            | 2,B,not-covered,discharge_date,2020-05-01
            B,X,2020-01-02,2020-05-01,1,1,0,0,0,0,0            | 2,B,not-covered,discharge_date,2020-05-01
            """)
    void oneReject(String bill, String reject) {
        PlainResult result = settle(bill.replace('␣', ' '));
        assertEquals(List.of(), result.acceptedLines());
        assertEquals(List.of(reject.replace('␣', ' ')), result.rejectLines());
        assertEquals(2, result.exitStatus());
    }

    @Test
    void billsAreSettledByDischargeDateThenByTheBytesOfTheirIds() {
        String tail = ",1000,1000,0,0,0,0,";
        PlainResult result = settle(String.join(
                ";",
                "B2,P,2020-03-01,2020-03-05" + tail,
                "B10,P,2020-03-01,2020-03-05" + tail,
                "C,P,2020-03-01,2020-03-04" + tail,
                "b1,P,2020-01-01,2020-03-05" + tail));
        assertEquals(
                List.of(
                        "C,P,900.01,99.99,0.00,900.01",
                        "B10,P,900.00,100.00,0.00,1800.01",
                        "B2,P,900.00,100.00,0.00,2700.01",
                        "b1,P,900.00,100.00,0.00,3600.01"),
                result.acceptedLines());
    }

    @Test
    void aDuplicateCountsEvenWhenTheFirstIsThenUnknownOrNotCoveredButNotWhenItIsMalformed() {
        String good = ",2020-01-02,2020-01-03,1,1,1,0,0,0,";
        PlainResult result = settle(String.join(
                ";",
                "A,W" + good,
                "A,P" + good,
                "B,X" + good,
                "",
                "B,P" + good,
                "C,P,2020-01-02,2020-01-03,1,1,2,0,0,0,",
                "C,P" + good,
                "C,P" + good,
                "c,P" + good,
                "C ,P" + good));
        assertEquals(
                List.of(
                        "2,A,unknown-person,person_id,W",
                        "3,A,duplicate-bill,bill_id,A",
                        "4,B,not-covered,discharge_date,2020-01-03",
                        "6,B,duplicate-bill,bill_id,B",
                        "7,C,amounts-inconsistent,eligible_cost,1",
                        "9,C,duplicate-bill,bill_id,C"),
                result.rejectLines());
        assertEquals(3, result.accepted().size());
    }

    @Test
    void chineseNamesInAnyOrderWithUnknownColumnsAndWithoutTheOptionalOne() {
        String members = "终止日期,人员类别,备注,身份证号,起始日期\n,即时帮扶,,张三,2020-02-01\n";
        String bills = """
                备注,医疗救助支付,账单号,人员编号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免
                "a,""b",1,"甲""1",张三,2020-02-01,2020-02-02,20,10,2,3,4
                """;
        assertEquals(
                List.of("\"甲\"\"1\",张三,0.00,0.00,10.00,0.00"),
                PlainSettlement.settle(members, bills).acceptedLines());
    }

    @Test
    void aFileWithTheHeaderOnlyIsDone() {
        PlainResult result = settle("");
        assertEquals(List.of(), result.accepted());
        assertEquals(0, result.exitStatus());
    }

    @Test
    void everyMissingColumnRefusesTheRun() {
        List<String> columns = new ArrayList<>(List.of(HEADER.split(",", -1)));
        columns.remove("other_paid");
        for (String column : columns) {
            List<String> others = new ArrayList<>(columns);
            others.remove(column);
            assertThrows(
                    PlainRefusal.class,
                    () -> PlainSettlement.settle(MEMBERS.replace(';', '\n'), String.join(",", others)),
                    column);
        }
        assertThrows(PlainRefusal.class, () -> PlainSettlement.settle("", HEADER));
        assertThrows(PlainRefusal.class, () -> PlainSettlement.settle(MEMBERS.replace(';', '\n'), ""));
    }
}
