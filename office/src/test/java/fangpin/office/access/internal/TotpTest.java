package fangpin.office.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238 appendix B, "12345678901234567890" in base 32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void givesTheCodesOfTheStandard(long second, String code) {
        assertEquals(code, Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))));
    }

    @ParameterizedTest
    @CsvSource({"-60,false", "-30,true", "0,true", "30,true", "60,false"})
    void acceptsTheCodeOfOneStepAround(long seconds, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1_600_000_000);
        OptionalLong step = Totp.step(SECRET, Totp.code(SECRET, Totp.stepAt(now.plusSeconds(seconds))), now);
        assertEquals(accepted, step.isPresent());
    }

    @Test
    void aNewSecretIsTwentyRandomBytes() {
        String secret = Totp.newSecret();
        assertTrue(secret.matches("[A-Z2-7]{32}"), secret);
        assertTrue(!secret.equals(Totp.newSecret()));
    }
}
