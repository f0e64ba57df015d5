package fangpin.office.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.access.Sm2Signature;
import java.io.Serial;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of GB/T 32918.5-2017, annex A.2: its key, its random number, its signature; and everything that is not it. */
class Sm2Test {
    private static final String PRIVATE = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String RANDOM = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static final byte[] TEXT = "message digest".getBytes(StandardCharsets.US_ASCII);

    private static final Sm2PublicKey KEY = Sm2PublicKey.ofPoint(bytes("04" + X + Y));

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Gives the number of the example instead of a random one. */
    private static final class Example extends SecureRandom {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes(RANDOM), 0, target, target.length - Sm2.PRIVATE_BYTES, Sm2.PRIVATE_BYTES);
        }
    }

    @Test
    void theStandardsExampleIsSignedAndVerifiedToTheLastDigit() {
        assertEquals(
                "04" + X + Y,
                HexFormat.of().formatHex(Sm2.point(bytes(PRIVATE))).toUpperCase(Locale.ROOT));
        assertEquals(Base64.getEncoder().encodeToString(bytes(R + S)), Sm2.sign(bytes(PRIVATE), TEXT, new Example()));
        assertTrue(KEY.signed(TEXT, new Sm2Signature(new BigInteger(R, 16), new BigInteger(S, 16))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            r and s, Base64        | true
            r and s, hexadecimal   | true
            DER, Base64            | true
            DER, hexadecimal       | true
            a bit of s             | wrong
            a bit of r             | wrong
            r and s exchanged      | wrong
            one byte less          | none
            one byte more          | none
            DER with more behind   | none
            DER of a negative r    | none
            r of nought            | none
            s of n                 | none
            no Base64              | none
            nothing                | none
            """)
    void whatIsASignatureAndWhatIsNot(String what, String expected) {
        String wrongS = S.replace("B1B6", "B1B7");
        String wrongR = R.replace("F5A0", "F5A1");
        String order = Sm2.order().toString(16);
        String der = "3046" + "022100" + R + "022100" + S;
        String said = switch (what) {
            case "r and s, Base64" -> base64(R + S);
            case "r and s, hexadecimal" -> R + S;
            case "DER, Base64" -> base64(der);
            case "DER, hexadecimal" -> der;
            case "a bit of s" -> base64(R + wrongS);
            case "a bit of r" -> base64(wrongR + S);
            case "r and s exchanged" -> base64(S + R);
            case "one byte less" -> base64((R + S).substring(2));
            case "one byte more" -> base64(R + S + "00");
            case "DER with more behind" -> base64(der + "00");
            case "DER of a negative r" -> base64("3045" + "0220" + R + "022100" + S);
            case "r of nought" -> base64("00".repeat(32) + S);
            case "s of n" -> base64(R + order);
            case "no Base64" -> "签名";
            case "nothing" -> "";
            default -> throw new IllegalArgumentException(what);
        };
        assertEquals(
                expected,
                Sm2Signature.read(said)
                        .map(signature -> KEY.signed(TEXT, signature) ? "true" : "wrong")
                        .orElse("none"));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(bytes(hex));
    }

    @Test
    void anyBitOfTheTextAndAnotherKeyMakeItWrong() {
        Sm2Signature signature =
                Sm2Signature.read(Sm2.sign(bytes(PRIVATE), TEXT)).orElseThrow();
        assertTrue(KEY.signed(TEXT, signature));
        for (int bit = 0; bit < TEXT.length * 8; bit++) {
            byte[] altered = TEXT.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(KEY.signed(altered, signature), "bit " + bit);
        }
        byte[] other = bytes(PRIVATE.replace("3945", "3946"));
        assertFalse(Sm2PublicKey.ofPoint(Sm2.point(other)).signed(TEXT, signature));
        assertNotEquals(signature.text(), Sm2.sign(bytes(PRIVATE), TEXT), "a random number of its own each time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PEM                              | key
            structure, Base64                | key
            structure, hexadecimal           | key
            point, hexadecimal               | key
            point, small letters and spaces  | key
            point, Base64                    | key
            X and Y                          | key
            a private key                    | KEY_PRIVATE
            a private key, PEM               | KEY_PRIVATE
            a private key with a nought      | KEY_PRIVATE
            off the curve                    | KEY_FORM
            of another curve                 | KEY_FORM
            half of it                       | KEY_FORM
            words                            | KEY_FORM
            nothing                          | KEY_FORM
            """)
    void whatIsAPublicKeyAndWhatIsNot(String what, String expected) {
        String structure = "3059301306072a8648ce3d020106082a811ccf5501822d034200" + "04" + X + Y;
        String said = switch (what) {
            case "PEM" -> KEY.pem();
            case "structure, Base64" -> base64(structure);
            case "structure, hexadecimal" -> structure;
            case "point, hexadecimal" -> "04" + X + Y;
            case "point, small letters and spaces" -> " 04 " + X.toLowerCase(Locale.ROOT) + "\n" + Y + " ";
            case "point, Base64" -> base64("04" + X + Y);
            case "X and Y" -> X + Y;
            case "a private key" -> PRIVATE;
            case "a private key, PEM" -> "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----";
            case "a private key with a nought" -> base64("00" + PRIVATE);
            case "off the curve" -> "04" + X + Y.replace("CCEA", "CCEB");
            case "of another curve" -> structure.replace("2a811ccf5501822d", "2a8648ce3d030107");
            case "half of it" -> "04" + X;
            case "words" -> "公钥";
            case "nothing" -> "";
            default -> throw new IllegalArgumentException(what);
        };
        String found = switch (Sm2PublicKey.read(said)) {
            case Answer.Done<Sm2PublicKey>(Sm2PublicKey key) -> key.equals(KEY) ? "key" : "another key";
            case Answer.Refused<Sm2PublicKey> refused -> ((AccessRefusal) refused.reason()).name();
        };
        assertEquals(expected, found);
    }

    @Test
    void theExampleIsNobodysKey() {
        assertTrue(KnownKeys.isPublished(KEY));
        assertTrue(KnownKeys.holds(bytes(PRIVATE)));
        assertFalse(KnownKeys.isPublished(Sm2PublicKey.ofPoint(Sm2.point(bytes(PRIVATE.replace("3945", "3946"))))));
    }
}
