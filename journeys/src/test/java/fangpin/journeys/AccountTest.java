package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.junit.jupiter.api.Test;

/** 账号: a new clerk, his first sign-in; what a role may not see, it is told so. */
class AccountTest {
    private final Office office = Office.get();

    @Test
    void aNewClerkGetsAPasswordForOnceAndMakesHisOwn() {
        String password;
        try (Clerk system = office.signIn("system")) {
            system.go("/users");
            system.follow("新建账号");
            system.fill("userName", "newclerk");
            system.fill("displayName", "初学文");
            system.ask("document.getElementById('POVERTY_OFFICE').click()");
            system.press("建立并生成一次性密码");
            password = system.text("code.secret");
            system.heardNoComplaint();
        }
        try (Clerk clerk = office.stranger(1366, 768)) {
            clerk.go("/sign-in");
            clerk.fill("user", "newclerk");
            clerk.fill("password", password);
            clerk.press("登录");
            clerk.sees("设置新密码");
            clerk.fill("password", "short");
            clerk.fill("again", "short");
            clerk.press("保存并继续");
            clerk.sees("设置新密码");
            clerk.fill("password", "Harbour-Lantern-77");
            clerk.fill("again", "Harbour-Lantern-77");
            clerk.press("保存并继续");
            clerk.sees("绑定动态口令");
            clerk.picture("second-factor");
            clerk.heardNoComplaint();
        }
    }

    @Test
    void whatARoleMayNotIsDeniedOnADesignedPage() {
        for (String path : new String[] {"/persons", "/audit", "/rosters", "/users"}) {
            try (Clerk hospital = office.signIn("hospital")) {
                assertEquals(403, hospital.go(path), path);
                hospital.picture("denied");
            }
        }
        try (Clerk system = office.signIn("system")) {
            assertEquals(403, system.go("/persons"), "administrators see no business data");
        }
    }

    /** A hospital's program gets its token; its SM2 key is registered, told by its fingerprint, replaced; the audit says who did it. */
    @Test
    void aHospitalsKeyIsRegisteredOnItsTokensPage() {
        try (Clerk security = office.signIn("security", 1366, 1400)) {
            security.go("/security");
            security.fill("userName", "his-rongcheng");
            security.fill("displayName", "荣成市人民医院信息系统");
            security.fill(
                    "until",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString());
            security.ask("document.getElementById('right-SETTLEMENT_WRITE').click()");
            security.press("发放凭证");
            security.sees("凭证已发放");
            security.go("/security");
            security.picture("security");
            security.follow("his-rongcheng");
            security.sees("没有登记公钥");
            security.fill("key", "这不是公钥");
            security.press("登记公钥");
            security.sees("这不是 SM2 公钥");
            security.picture("token-refused");
            for (String word : new String[] {"登记公钥", "换成新公钥"}) {
                security.fill("key", publicKey());
                security.press(word);
                security.sees("报文须带 SM2 签名");
            }
            security.picture("token");
            security.heardNoComplaint();
        }
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/audit?what=CLIENT_KEY_REGISTERED");
            auditor.sees("登记接口报文公钥");
            auditor.sees("改前");
            auditor.picture("audit");
            auditor.heardNoComplaint();
        }
    }

    /** Of a new pair each time, in hexadecimal. */
    private static String publicKey() {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        BigInteger secret = new BigInteger(250, new SecureRandom()).add(BigInteger.ONE);
        return HexFormat.of()
                .formatHex(curve.getG().multiply(secret).normalize().getEncoded(false));
    }

    @Test
    void theAuditorSeesWhatWasDone() {
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/audit");
            auditor.sees("登录");
            auditor.heardNoComplaint();
        }
    }
}
