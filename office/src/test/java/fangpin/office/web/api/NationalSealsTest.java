package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.access.ClientKeys;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.access.Secrets;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.SigningRotation;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.access.Sm2Signature;
import fangpin.office.database.DataFolder;
import fangpin.office.settlement.Ward;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed messages as a hospital's system sends them, with nothing of the office's own code on its side. */
class NationalSealsTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final String WARD2 = "370000/371000/371082/y-ward2/";

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final ClientKeys keys = office.part(ClientKeys.class);
    private final Program hospital = program(ward.first.path());
    private final HospitalKey key = new HospitalKey();

    /** One message, and what of it is signed, each written by hand. */
    private record Message(String number, String time, String person, String stay, String name, String total) {
        String json(String signtype, String signature) {
            return """
                    {"infno":"2304","msgid":"%s","mdtrtarea_admvs":"371082","insuplc_admdvs":"","recer_sys_code":"HIS","dev_no":null,
                     "cainfo":"%s","signtype":"%s","infver":"V1.0","opter_type":1,"opter":"01","opter_name":"%s","inf_time":"%s",
                     "fixmedins_code":"WARD1","input":{"setldetail":[],"data":{"medins_setl_id":"S-%s","certno":"%s","mdtrt_id":"%s",
                     "begndate":"2020-05-01","enddate":"2020-05-10","medfee_sumamt":%s,"fulamt_ownpay_amt":2000,
                     "inscp_scp_amt":10000.00,"hifp_pay":"5500","maf_pay":1000,"hosp_part_amt":200,"psn_name":""}}}""".formatted(number, signature, signtype, name, time, stay, person, stay, total);
        }

        String signed(String signtype) {
            return """
                    fixmedins_code=WARD1&inf_time=%s&infno=2304&infver=V1.0&input={"data":{"begndate":"2020-05-01","certno":"%s",\
                    "enddate":"2020-05-10","fulamt_ownpay_amt":"2000","hifp_pay":"5500","hosp_part_amt":"200",\
                    "inscp_scp_amt":"10000.00","maf_pay":"1000","mdtrt_id":"%s","medfee_sumamt":"%s","medins_setl_id":"S-%s"}}\
                    &mdtrtarea_admvs=371082&msgid=%s&opter=01&opter_name=%s&opter_type=1&recer_sys_code=HIS&signtype=%s""".formatted(time, person, stay, total, stay, number, name, signtype);
        }

        Message at(String otherTime) {
            return new Message(number, otherTime, person, stay, name, total);
        }

        Message under(String otherNumber) {
            return new Message(otherNumber, time, person, stay, name, total);
        }

        Message by(String otherName) {
            return new Message(number, time, person, stay, otherName, total);
        }

        Message costing(String otherTotal) {
            return new Message(number, time, person, stay, name, otherTotal);
        }
    }

    private Program program(String path) {
        return Program.of(office, path, Right.SETTLEMENT_READ, Right.SETTLEMENT_WRITE);
    }

    private static String ago(int minutes) {
        return TIME.format(Instant.now().minusSeconds(60L * minutes));
    }

    private Message message() {
        String stay = "K" + UUID.randomUUID();
        return new Message(
                "M" + UUID.randomUUID(), ago(0), ward.insured(LocalDate.of(2020, 1, 1)), stay, "张三", "12000.00");
    }

    private void register(Program program, HospitalKey pair) {
        Answer<Sm2PublicKey> answer =
                keys.register(Program.maker(office), program.tokenId(), pair.publicKey(), Instant.now());
        assertTrue(answer instanceof Answer.Done<Sm2PublicKey>, answer::toString);
    }

    private JsonNode send(String json) {
        return send(hospital, json);
    }

    private static JsonNode send(Program program, String json) {
        Program.Reply reply = program.post("/api/v1/national/2304", json);
        assertEquals(200, reply.status(), reply::text);
        return reply.body();
    }

    private static String settlement(JsonNode reply) {
        assertEquals(0, reply.get("infcode").asInt(), reply::toString);
        return reply.at("/output/setlinfo/setl_id").asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            r and s, Base64            |
            r and s, hexadecimal       |
            DER, Base64                |
            no signature               | 缺少签名 cainfo
            no signtype                | 签名类型 signtype“”不对
            SM3                        | 签名类型 signtype“SM3”不对
            words                      | 签名 cainfo 写法不对
            63 bytes                   | 签名 cainfo 写法不对
            another pair               | 签名不对
            another message's          | 签名不对
            another amount             | 签名不对
            an amount of other digits  | 签名不对
            another time               | 签名不对
            an ampersand               | 待签名字符串有歧义
            a time of its own          | 交易时间 inf_time 写法不对
            no such day                | 交易时间 inf_time 写法不对
            eleven minutes ago         | 相差超过 10 分钟
            in eleven minutes          | 相差超过 10 分钟
            nine minutes ago           |
            no time                    | 缺少字段 inf_time
            no number                  | 缺少字段 msgid
            """)
    void whileAKeyIsRegisteredOnlyASoundSignatureIsTaken(String what, String refusal) {
        register(hospital, key);
        Message message = message();
        String text = message.signed("SM2");
        String sound = key.sign(text);
        String sent = switch (what) {
            case "r and s, Base64" -> message.json("SM2", Base64.getEncoder().encodeToString(key.plain(text)));
            case "r and s, hexadecimal" -> message.json("SM2", HexFormat.of().formatHex(key.plain(text)));
            case "DER, Base64" -> message.json("SM2", sound);
            case "no signature" -> message.json("SM2", "");
            case "no signtype" -> message.json("", key.sign(text.replace("&signtype=SM2", "")));
            case "SM3" -> message.json("SM3", key.sign(message.signed("SM3")));
            case "words" -> message.json("SM2", "passed over");
            case "63 bytes" ->
                message.json("SM2", HexFormat.of().formatHex(key.plain(text)).substring(2));
            case "another pair" -> message.json("SM2", new HospitalKey().sign(text));
            case "another message's" -> message.json("SM2", key.sign(message().signed("SM2")));
            case "another amount" -> message.costing("12000.01").json("SM2", sound);
            case "an amount of other digits" -> message.costing("12000.0").json("SM2", sound);
            case "another time" -> message.at(ago(1)).json("SM2", sound);
            case "an ampersand" -> signed(message.by("张三&infver=V2.0"));
            case "a time of its own" -> signed(message.at("2020/05/10 08:00"));
            case "no such day" -> signed(message.at("2021-02-29 08:00:00"));
            case "eleven minutes ago" -> signed(message.at(ago(11)));
            case "in eleven minutes" -> signed(message.at(ago(-11)));
            case "nine minutes ago" -> signed(message.at(ago(9)));
            case "no time" -> {
                Message timeless = message.at("");
                yield timeless.json("SM2", key.sign(timeless.signed("SM2").replace("inf_time=&", "")));
            }
            case "no number" -> {
                Message numberless = message.under("");
                yield numberless.json("SM2", key.sign(numberless.signed("SM2").replace("&msgid=", "")));
            }
            default -> throw new IllegalArgumentException(what);
        };
        JsonNode reply = send(sent);
        if (refusal == null) {
            settlement(reply);
        } else {
            assertEquals(-1, reply.get("infcode").asInt(), reply::toString);
            assertTrue(reply.get("err_msg").asString().contains(refusal), reply::toString);
            // and nothing was settled
            Message again = message.under("M" + UUID.randomUUID());
            settlement(send(signed(again)));
        }
    }

    private String signed(Message message) {
        return message.json("SM2", key.sign(message.signed("SM2")));
    }

    @Test
    void theSameMessageIsAnsweredAsBeforeAndItsNumberServesNoOther() {
        register(hospital, key);
        Message message = message().at(ago(5));
        String sent = signed(message);
        String settled = settlement(send(sent));
        assertEquals(settled, settlement(send(sent)));
        assertEquals(settled, settlement(send(signed(message))), "signed once more");
        JsonNode other = send(signed(message.by("李四")));
        assertTrue(other.get("err_msg").asString().contains("已用于另一份报文"), other::toString);
        SecuritySettings settings = office.part(SecuritySettings.class);
        settings.set(Program.maker(office), SecuritySetting.MESSAGE_MINUTES, 1, Instant.now());
        try {
            assertEquals(settled, settlement(send(sent)), "known, though five minutes old");
            JsonNode stale = send(signed(message.under("M" + UUID.randomUUID())));
            assertTrue(stale.get("err_msg").asString().contains("相差超过 1 分钟"), stale::toString);
        } finally {
            settings.set(Program.maker(office), SecuritySetting.MESSAGE_MINUTES, 10, Instant.now());
        }
    }

    @Test
    void anotherHospitalsKeyOpensNothingHere() {
        HospitalKey others = new HospitalKey();
        register(hospital, key);
        register(program(WARD2), others);
        Message message = message();
        JsonNode reply = send(message.json("SM2", others.sign(message.signed("SM2"))));
        assertTrue(reply.get("err_msg").asString().contains("签名不对"), reply::toString);
        assertTrue(reply.get("err_msg")
                .asString()
                .contains(hospital.get("/api/v1/signing-keys")
                        .body()
                        .get("client")
                        .asString()));
    }

    @Test
    void aReplacedKeyEndsAtOnceAndAWithdrawnOneSetsFree() {
        register(hospital, key);
        settlement(send(signed(message())));
        HospitalKey next = new HospitalKey();
        register(hospital, next);
        assertEquals(-1, send(signed(message())).get("infcode").asInt());
        Message message = message();
        settlement(send(message.json("SM2", next.sign(message.signed("SM2")))));
        Message free = message();
        assertEquals(-1, send(free.json("", "")).get("infcode").asInt());
        keys.withdraw(Program.maker(office), hospital.tokenId(), Instant.now());
        settlement(send(free.json("", "")));
        assertTrue(hospital.get("/api/v1/signing-keys").body().get("client").isNull());
        assertEquals(
                AccessRefusal.KEY_USED,
                ((Answer.Refused<Sm2PublicKey>) keys.register(
                                Program.maker(office), hospital.tokenId(), key.publicKey(), Instant.now()))
                        .reason());
        assertEquals(2, keys.of(Program.maker(office), hospital.tokenId()).size());
    }

    @Test
    void repliesBearTheOfficesSignatureOfAllThatIsInThem() {
        Message message = message();
        Program.Reply plain = hospital.post("/api/v1/national/2304", message.json("", ""));
        assertTrue(
                plain.body().get("signtype").isNull()
                        && plain.body().get("cainfo").isNull(),
                plain::text);
        String office = hospital.get("/api/v1/signing-keys")
                .body()
                .at("/office/0/publicKey")
                .asString();
        // without a key of one's own, asked for by signtype; a refusal, which repeats an ampersand, too
        for (String sent : new String[] {
            message.json("SM2", "passed over"),
            message.under("a&b").json("SM2", "").replace("WARD1", "A&B"),
            message.json("SM2", "").replace("2304", "2303")
        }) {
            Program.Reply reply = hospital.post("/api/v1/national/2304", sent);
            String signature = reply.body().get("cainfo").asString();
            String text = new String(
                    NationalText.of(JsonMapper.shared(), reply.whole().body()).orElseThrow(), StandardCharsets.UTF_8);
            assertTrue(HospitalKey.verifies(office, text, signature), reply::text);
            assertFalse(HospitalKey.verifies(office, text.replace("infcode=", "infcode=-"), signature));
            assertFalse(HospitalKey.verifies(key.publicKey(), text, signature));
            assertEquals("SM2", reply.body().get("signtype").asString());
        }
    }

    @Test
    void anEncryptedMessageIsRefusedInWords() {
        JsonNode reply = send(message().json("", "").replace("\"dev_no\":null", "\"enc_type\":\"SM4\""));
        assertTrue(reply.get("err_msg").asString().contains("不受理加密的报文"), reply::toString);
    }

    /** The page on which the security administrator registers a key, replaces it and withdraws it. */
    @Test
    void theAdministratorRegistersReplacesAndWithdrawsOnTheTokensPage() {
        office.account("key-keeper", "370000", Role.SECURITY_ADMINISTRATOR);
        Browser browser = Browser.signedIn(office, "key-keeper");
        String page = "/security/tokens/" + hospital.tokenId();
        assertTrue(browser.get(page).body().contains("没有登记公钥"));
        assertTrue(browser.get("/security").body().contains(page));
        Map<String, String> wrong = Map.of(
                "-----BEGIN EC PRIVATE KEY-----",
                "这是私钥",
                "71".repeat(16) + "93".repeat(16),
                "这是私钥",
                "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                        + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13",
                "公开示例",
                "公钥",
                "这不是 SM2 公钥");
        wrong.forEach((text, sentence) -> {
            var refused = browser.post(page + "/key", Map.of("key", text));
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains(sentence), refused.body());
            assertEquals(
                    !sentence.equals("这是私钥"),
                    refused.body().contains(text + "</textarea>"),
                    "what was typed, but for a private key");
        });
        assertEquals(
                303, browser.post(page + "/key", Map.of("key", key.publicKey())).statusCode());
        String fingerprint = keys.of(Program.maker(office), hospital.tokenId())
                .getFirst()
                .key()
                .grouped();
        String shown = browser.get(page).body();
        assertTrue(shown.contains(fingerprint) && shown.contains("报文须带 SM2 签名") && shown.contains("key-keeper"), shown);
        assertEquals(
                303,
                browser.post(page + "/key", Map.of("key", new HospitalKey().publicKey()))
                        .statusCode());
        assertEquals(
                422, browser.post(page + "/key", Map.of("key", key.publicKey())).statusCode());
        assertEquals(303, browser.post(page + "/key/withdraw", Map.of()).statusCode());
        assertEquals(404, browser.post(page + "/key/withdraw", Map.of()).statusCode());
        assertTrue(browser.get(page).body().contains("报文不要求签名"));
        Program reader = Program.of(office, "370000/", Right.POLICY_READ);
        assertTrue(browser.post(
                        "/security/tokens/" + reader.tokenId() + "/key", Map.of("key", new HospitalKey().publicKey()))
                .body()
                .contains("不需要公钥"));
        office.account("key-keeper-east", "371002", Role.SECURITY_ADMINISTRATOR);
        assertEquals(404, Browser.signedIn(office, "key-keeper-east").get(page).statusCode());
        office.account("key-auditor", "370000", Role.AUDITOR);
        String audit = Browser.signedIn(office, "key-auditor")
                .get("/audit?what=CLIENT_KEY_REGISTERED")
                .body();
        assertTrue(audit.contains("token/" + hospital.tokenId()) && audit.contains(fingerprint), audit);
    }

    /** {@code ./fangpin keys rotate --signing} beside an open office. */
    @Test
    void aNewKeyOfTheOfficeSignsAndTheOneBeforeStillVerifies() throws IOException {
        MessageSigning signing = office.part(MessageSigning.class);
        Sm2PublicKey before = signing.keys().getFirst().publicKey();
        byte[] text = "infcode=0".getBytes(StandardCharsets.UTF_8);
        Sm2Signature old = Sm2Signature.read(signing.sign(text)).orElseThrow();
        Path folder = office.part(DataFolder.class).keys();
        MessageSigning.Key made = SigningRotation.run(folder, CryptoSuite.NATIONAL);
        // what the upkeep does every twenty seconds
        office.part(Secrets.class).keys().reread();
        assertEquals(made, signing.keys().getFirst());
        assertTrue(made.inUse() && !signing.keys().get(1).inUse());
        Sm2Signature now = Sm2Signature.read(signing.sign(text)).orElseThrow();
        assertTrue(made.publicKey().signed(text, now) && !before.signed(text, now));
        assertTrue(
                before.signed(text, old) && before.equals(signing.keys().get(1).publicKey()));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("sign-" + made.number() + ".key"))));
        assertTrue(hospital.get("/api/v1/signing-keys")
                .text()
                .contains(made.publicKey().fingerprint()));
    }

    /** Whatever the program did: the role may not, and the owner of the tables only ends a key, once. */
    @Test
    void theDatabaseItselfLetsNoKeyBeEdited() throws SQLException {
        register(hospital, key);
        register(hospital, new HospitalKey());
        try (Connection owner = DriverManager.getConnection(
                        office.database().url(),
                        office.database().owner().role(),
                        office.database().owner().password());
                Statement asOwner = owner.createStatement();
                Connection role = DriverManager.getConnection(
                        office.database().url(),
                        office.database().office().role(),
                        office.database().office().password());
                Statement asOffice = role.createStatement()) {
            for (String forbidden : new String[] {
                "update access.client_key set public_key = public_key", "delete from access.client_key"
            }) {
                SQLException refused = assertThrows(SQLException.class, () -> asOffice.execute(forbidden), forbidden);
                assertEquals("42501", refused.getSQLState(), forbidden);
            }
            for (String forbidden : new String[] {
                "update access.client_key set ended_at = null, ended_by = null where ended_at is not null",
                "update access.client_key set ended_at = now() where ended_at is not null",
                "update access.client_key set public_key = public_key where ended_at is null"
            }) {
                SQLException refused = assertThrows(SQLException.class, () -> asOwner.execute(forbidden), forbidden);
                assertEquals("23001", refused.getSQLState(), forbidden);
            }
        }
    }
}
