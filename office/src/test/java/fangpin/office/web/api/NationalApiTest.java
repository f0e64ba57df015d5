package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.OwnPacks;
import fangpin.office.RunningOffice;
import fangpin.office.access.Right;
import fangpin.office.settlement.Ward;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 2303, 2304, 2305, 5203: each amount with the fund it belongs to, once; what does not add up is refused in words. */
class NationalApiTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Program hospital =
            Program.of(office, ward.first.path(), Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE);

    /** 12,000 = 1,000 + 300 + 700 + 10,000; funds 5,500 + 1,000; hospital 200; person 5,300, before this insurance. */
    private static final String AMOUNTS = """
            "medfee_sumamt":12000.00,"fulamt_ownpay_amt":1000,"overlmt_selfpay":300,"preselfpay_amt":"700.00","inscp_scp_amt":10000,\
            "hifp_pay":5500,"hifmi_pay":0,"maf_pay":1000,"hosp_part_amt":200,"oth_pay":0,"fund_pay_sumamt":6500,"psn_part_amt":5300,\
            "acct_pay":0,"psn_cash_pay":5300""";

    private static String stay(String person, String number) {
        return "\"certno\":\"%s\",\"mdtrt_id\":\"%s\",\"medins_setl_id\":\"S-%s\",\"begndate\":\"2020-05-01\",\"enddate\":\"2020-05-10\""
                .formatted(person, number, number);
    }

    private JsonNode send(String infno, String data, String details) {
        Program.Reply reply =
                hospital.post("/api/v1/national/" + infno, """
                {"infno":"%s","msgid":"H1-%s","fixmedins_code":"WARD1","infver":"V1.0","cainfo":"passed over",
                 "input":{"data":{%s},"setldetail":[%s]}}""".formatted(infno, UUID.randomUUID(), data, details));
        assertEquals(200, reply.status(), reply::text);
        return reply.body();
    }

    private static String amount(JsonNode reply, String field) {
        return yuan(reply.at("/output/setlinfo/" + field));
    }

    private static String yuan(JsonNode amount) {
        return new BigDecimal(amount.toString()).setScale(2).toPlainString();
    }

    @Test
    void aStayIsTriedSettledOnceAskedForAndCancelled() {
        String person = ward.insured(YEAR);
        String stay = stay(person, "N" + UUID.randomUUID()) + "," + AMOUNTS;
        JsonNode tried = send("2303", stay, "");
        assertEquals(0, tried.get("infcode").asInt(), tried::toString);
        assertTrue(tried.at("/output/setlinfo/setl_id").isNull());
        JsonNode settled = send("2304", stay, "");
        for (JsonNode reply : new JsonNode[] {tried, settled}) {
            assertEquals("2300.01", amount(reply, "oth_pay"));
            assertEquals("8800.01", amount(reply, "fund_pay_sumamt"));
            assertEquals("200.00", amount(reply, "hosp_part_amt"));
            assertEquals("2999.99", amount(reply, "psn_part_amt"));
            assertEquals("700.00", amount(reply, "preselfpay_amt"));
        }
        String number = settled.at("/output/setlinfo/setl_id").asString();
        assertEquals(
                number, send("2304", stay, "").at("/output/setlinfo/setl_id").asString());
        assertEquals(
                "{\"390100\":5500.00,\"390200\":0.00,\"610100\":1000.00,\"620100\":2300.01,\"630100\":200.00,\"999997\":0.00}",
                funds(settled));
        String asked = "\"setl_id\":\"" + number + "\"";
        JsonNode found = send("5203", asked, "");
        assertEquals("2300.01", amount(found, "oth_pay"));
        assertEquals("0", found.at("/output/setlinfo/refd_setl_flag").asString());
        for (int time = 0; time < 2; time++) {
            JsonNode back = send("2305", asked, "");
            assertEquals("-2300.01", amount(back, "oth_pay"));
            assertEquals("1", back.at("/output/setlinfo/refd_setl_flag").asString());
        }
        assertEquals(
                "1",
                send("5203", asked, "").at("/output/setlinfo/refd_setl_flag").asString());
        assertFalse(settled.toString().contains(person), "no ID number comes back");
    }

    /** What a settlement is not worked out from comes back as it was sent, also when it is asked for later and taken back. */
    @Test
    void whatWasSentComesBack() {
        String person = ward.insured(YEAR);
        String number = "N" + UUID.randomUUID();
        String stay = stay(person, number).replace("2020-05-10", "2020-05-10 17:05:00")
                + ",\"insutype\":\"390\",\"med_type\":\"21\",\"setl_time\":\"2020-05-10 17:05:00\",\"act_pay_dedc\":500,"
                + "\"dscg_dept_name\":\"心内科\","
                + """
                "medfee_sumamt":12000.00,"fulamt_ownpay_amt":1000,"overlmt_selfpay":300,"preselfpay_amt":"700.00",\
                "inscp_scp_amt":10000,"hifp_pay":5000,"hifob_pay":500,"hifmi_pay":0,"maf_pay":1000,"hosp_part_amt":200,"oth_pay":0,\
                "fund_pay_sumamt":6500,"psn_part_amt":5300,"acct_pay":1000,"psn_cash_pay":4300""";
        JsonNode settled = send("2304", stay, "");
        assertEquals(0, settled.get("infcode").asInt(), settled::toString);
        String asked = "\"setl_id\":\"" + settled.at("/output/setlinfo/setl_id").asString() + "\"";
        JsonNode found = send("5203", asked, "");
        assertEquals(settled.get("output"), found.get("output"));
        assertEquals("390", found.at("/output/setlinfo/insutype").asString());
        assertEquals("21", found.at("/output/setlinfo/med_type").asString());
        assertEquals("心内科", found.at("/output/setlinfo/dscg_dept_name").asString());
        assertEquals("500.00", amount(found, "act_pay_dedc"));
        assertEquals("500.00", amount(found, "hifob_pay"));
        assertEquals("2300.01", amount(found, "oth_pay"));
        assertEquals("8800.01", amount(found, "fund_pay_sumamt"));
        assertEquals("1000.00", amount(found, "acct_pay"));
        assertEquals("1999.99", amount(found, "psn_cash_pay"));
        assertEquals("2999.99", amount(found, "psn_part_amt"));
        assertTrue(found.at("/output/setlinfo/setl_time").asString().matches("[0-9-]{10} [0-9:]{8}"), found::toString);
        JsonNode back = send("2305", asked, "");
        assertEquals("-1000.00", amount(back, "acct_pay"));
        assertEquals("-1000.00", amount(back, "fulamt_ownpay_amt"));
        assertEquals("390", back.at("/output/setlinfo/insutype").asString());
    }

    /** A product of a household's year that asks for a course, a hospital grade and a severity: they come in the extension, as text or as object. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"household_id":"%s","course_id":"A","hospital_grade":"二级","severity":2}
            {"course_id":"A","hospital_grade":"grade-2","severity":"2","household_id":""}
            "{\\"course_id\\":\\"A\\",\\"hospital_grade\\":\\"二级\\",\\"severity\\":\\"2\\",\\"household_id\\":\\"%s\\"}"
            """)
    void codesGradesAndKeysComeInTheExtension(String extension) {
        String home = "N" + UUID.randomUUID();
        String stay = course(home, "\"exp_content\":" + extension.replace("%s", home));
        JsonNode tried = send("2303", stay, "");
        JsonNode settled = send("2304", stay, "");
        String said = "{\"course_id\":\"A\",\"hospital_grade\":\"grade-2\",\"severity\":\"2\"}";
        String number = settled.at("/output/setlinfo/setl_id").asString();
        for (JsonNode reply : new JsonNode[] {tried, settled, send("5203", "\"setl_id\":\"" + number + "\"", "")}) {
            assertEquals(0, reply.get("infcode").asInt(), reply::toString);
            // (4,000 - 1,000) x 60% and 2 x 33.33
            assertEquals("1866.66", amount(reply, "oth_pay"));
            assertEquals(said, reply.at("/output/setlinfo/exp_content").asString());
        }
        JsonNode back = send("2305", "\"setl_id\":\"" + number + "\"", "");
        assertEquals("-1866.66", amount(back, "oth_pay"));
        assertEquals(said, back.at("/output/setlinfo/exp_content").asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"hospital_grade":"二级"}                                              | 疗程号
            {"course_id":"A"}                                                      | 医院等级
            {"course_id":"A","hospital_grade":"特级"}                              | 医院等级
            {"course_id":"A","hospital_grade":"二级","severity":"4"}               | 轻重
            {"course_id":"A","hospital_grade":"二级","household_id":"another"}     | 户编号
            {"course_id":["A"]}                                                    | exp_content
            "no object"                                                            | exp_content
            7                                                                      | exp_content
            """)
    void whatTheExtensionLacksOrSaysWronglyIsRefusedInWords(String extension, String names) {
        JsonNode reply = send("2304", course("N" + UUID.randomUUID(), "\"exp_content\":" + extension), "");
        assertEquals(-1, reply.get("infcode").asInt(), reply::toString);
        assertTrue(reply.get("err_msg").asString().contains(names), reply::toString);
    }

    private String course(String home, String extension) {
        OwnPacks.courses(office);
        ward.adoptElsewhere("courses-2020");
        String person = ward.insured("courses-2020", "courses", YEAR, LocalDate.of(2021, 1, 1), home);
        return stay(person, "N" + UUID.randomUUID())
                + ",\"medfee_sumamt\":10000,\"inscp_scp_amt\":10000,\"hifp_pay\":6000," + extension;
    }

    private static String funds(JsonNode reply) {
        java.util.TreeMap<String, String> funds = new java.util.TreeMap<>();
        reply.at("/output/setldetail")
                .forEach(one -> funds.put(one.get("fund_pay_type").asString(), yuan(one.get("fund_payamt"))));
        return funds.entrySet().stream()
                .map(fund -> "\"" + fund.getKey() + "\":" + fund.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /** The same stay, said in other ways: what this insurance pays (oth_pay of the answer) does not depend on them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            other payer counted in the funds        | "oth_pay":0,                                        | "oth_pay":300, | "fund_pay_sumamt":6500,"psn_part_amt":5300 | "fund_pay_sumamt":6800,"psn_part_amt":5000 | "psn_cash_pay":5300 | "psn_cash_pay":5000 |                                                                                                             | 2300.01
            other payer counted with the person     | "oth_pay":0,                                        | "oth_pay":300, | "psn_cash_pay":5300                        | "psn_cash_pay":5000                        |                     |                     |                                                                                                             | 2300.01
            waiver among the other payers           | "hosp_part_amt":200,"oth_pay":0,                    | "oth_pay":200, | "fund_pay_sumamt":6500                     | "fund_pay_sumamt":6700                     |                     |                     | {"fund_pay_type":"630100","fund_payamt":200}                                                                | 2300.01
            waiver in its field and in the details  |                                                     |                |                                            |                                            |                     |                     | {"fund_pay_type":"630100","fund_payamt":200},{"fund_pay_type":"390100","fund_payamt":5500}                  | 2300.01
            this insurance tried before and sent in | "oth_pay":0,"fund_pay_sumamt":6500,"psn_part_amt":5300 | "oth_pay":2300.01,"fund_pay_sumamt":8800.01,"psn_part_amt":2999.99 | "psn_cash_pay":5300 | "psn_cash_pay":2999.99 | | | {"fund_pay_type":"620100","fund_payamt":2300.01}                                                    | 2300.01
            """)
    void otherPaymentsAreNeverCountedTwice(
            String what,
            String from1,
            String to1,
            String from2,
            String to2,
            String from3,
            String to3,
            String details,
            String own) {
        String amounts = replaced(replaced(replaced(AMOUNTS, from1, to1), from2, to2), from3, to3);
        JsonNode reply = send(
                "2303",
                stay(ward.insured(YEAR), "N" + UUID.randomUUID()) + "," + amounts,
                details == null ? "" : details);
        assertEquals(0, reply.get("infcode").asInt(), () -> what + " " + reply);
        JsonNode line = null;
        for (JsonNode one : reply.at("/output/setldetail")) {
            line = one.get("fund_pay_type").asString().equals("620100") ? one : line;
        }
        boolean others = what.startsWith("other payer");
        assertEquals(others ? "2000.01" : own, line == null ? "" : yuan(line.get("fund_payamt")), what);
        assertEquals("2999.99", amount(reply, "psn_part_amt"), what);
    }

    private static String replaced(
            String text, @org.jspecify.annotations.Nullable String from, @org.jspecify.annotations.Nullable String to) {
        if (from == null) {
            return text;
        }
        assertTrue(text.contains(from), from);
        return text.replace(from, to == null ? "" : to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "medfee_sumamt":12000.00 | "medfee_sumamt":12000.01 | 总费用 medfee_sumamt 不等于 全自费＋超限价自费＋先行自付＋符合政策范围金额。
            "fund_pay_sumamt":6500   | "fund_pay_sumamt":6501   | 基金支付总额 fund_pay_sumamt 不等于各基金支出之和（其他支出 oth_pay 可计入，也可不计入）。
            "psn_part_amt":5300      | "psn_part_amt":5299      | 总费用不等于 基金支付总额＋医院负担＋个人负担；其他支出只能在其中一处。
            "psn_cash_pay":5300      | "psn_cash_pay":5200      | 个人负担 psn_part_amt 不等于 账户＋现金（其他支出可在其中）。
            "inscp_scp_amt":10000,   |                          | 缺少字段 inscp_scp_amt。
            """)
    void whatDoesNotAddUpIsRefusedInWords(String from, @org.jspecify.annotations.Nullable String to, String sentence) {
        JsonNode reply =
                send("2304", stay(ward.insured(YEAR), "N" + UUID.randomUUID()) + "," + replaced(AMOUNTS, from, to), "");
        assertEquals(-1, reply.get("infcode").asInt());
        assertEquals(sentence, reply.get("err_msg").asString());
        assertTrue(reply.get("output").isNull());
    }

    @Test
    void aDetailThatDiffersAnotherHospitalAndAnUninsuredPersonAreRefused() {
        String stay = stay(ward.insured(YEAR), "N" + UUID.randomUUID()) + "," + AMOUNTS;
        assertTrue(send("2304", stay, "{\"fund_pay_type\":\"390100\",\"fund_payamt\":5400}")
                .get("err_msg")
                .asString()
                .contains("setldetail"));
        String unknown = stay("379999190001010019", "N" + UUID.randomUUID()) + "," + AMOUNTS;
        assertTrue(send("2304", unknown, "").get("err_msg").asString().contains("没有参保"));
        String settled = send("2304", stay, "").at("/output/setlinfo/setl_id").asString();
        Program.Reply other = Program.of(
                        office, "370000/371000/371082/y-ward2/", Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE)
                .post(
                        "/api/v1/national/5203",
                        "{\"infno\":\"5203\",\"msgid\":\"x\",\"fixmedins_code\":\"ward2\",\"input\":{\"data\":{\"setl_id\":\"%s\"}}}"
                                .formatted(settled));
        assertEquals(
                "没有结算 " + settled + "，或不是本医院的。", other.body().get("err_msg").asString());
        assertEquals(
                -1,
                hospital.post("/api/v1/national/2303", "{}")
                        .body()
                        .get("infcode")
                        .asInt());
    }
}
