package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsTest {
    /** A division that is none, so the number belongs to nobody. */
    private static final String ID = "99990019900101001X";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealedAndNoTwoSealsAreAlike(CryptoSuite suite) {
        Secrets secrets = Secrets.in(folder.resolve("secrets"), suite);
        for (FieldKind kind : FieldKind.values()) {
            for (String clear : new String[] {"", "a", ID, "𠮷野家村".repeat(300)}) {
                byte[] sealed = secrets.seal(kind, clear);
                assertEquals(clear, secrets.open(kind, sealed));
                assertFalse(Arrays.equals(sealed, secrets.seal(kind, clear)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheClearValueStandsInTheSealedOne(CryptoSuite suite) {
        byte[] sealed = Secrets.in(folder.resolve("secrets"), suite).seal(FieldKind.ID_NUMBER, ID);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains(ID.substring(0, 6)));
    }

    @ParameterizedTest
    @EnumSource
    void aValueWithAnyBitChangedOrOfAnotherKindDoesNotOpen(CryptoSuite suite) {
        Secrets secrets = Secrets.in(folder.resolve("secrets"), suite);
        byte[] sealed = secrets.seal(FieldKind.PHONE, "13800000000");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(SealBrokenException.class, () -> secrets.open(FieldKind.PHONE, altered));
        }
        assertThrows(SealBrokenException.class, () -> secrets.open(FieldKind.BANK_CARD, sealed));
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(SealBrokenException.class, () -> secrets.open(FieldKind.PHONE, cut));
        }
        assertEquals("13800000000", secrets.open(FieldKind.PHONE, sealed));
    }

    @ParameterizedTest
    @EnumSource
    void theIndexIsTheSameForEqualValuesOfAKindOnly(CryptoSuite suite) {
        Secrets secrets = Secrets.in(folder.resolve("secrets"), suite);
        byte[] index = secrets.index(FieldKind.ID_NUMBER, ID);
        assertEquals(32, index.length);
        assertArrayEquals(index, secrets.index(FieldKind.ID_NUMBER, " 99990019900101001x "));
        assertFalse(Arrays.equals(index, secrets.index(FieldKind.BANK_CARD, ID)));
        assertFalse(Arrays.equals(
                index, Secrets.in(folder.resolve("another"), suite).index(FieldKind.ID_NUMBER, ID)));
    }

    @ParameterizedTest
    @CsvSource({"INTERNATIONAL,NATIONAL", "NATIONAL,INTERNATIONAL", "NATIONAL,NATIONAL"})
    void afterANewKeyOldValuesOpenAndNewOnesUseIt(CryptoSuite before, CryptoSuite after) {
        Secrets running = Secrets.in(folder.resolve("secrets"), before);
        byte[] old = running.seal(FieldKind.HEALTH, "慢性病");
        Secrets rotating = Secrets.in(folder.resolve("secrets"), after);
        rotating.keys().addSeal(after);
        byte[] fresh = rotating.seal(FieldKind.HEALTH, "慢性病");
        assertFalse(rotating.isCurrent(old));
        assertTrue(rotating.isCurrent(fresh));
        assertEquals("慢性病", rotating.open(FieldKind.HEALTH, old));
        assertEquals("慢性病", running.open(FieldKind.HEALTH, fresh), "the running office finds the new key by itself");
    }

    @ParameterizedTest
    @CsvSource({
        "seal-1.key, sm4-gcm 00000000000000000000000000000000",
        "seal-1.key, sm4-gcm 0123456789abcdeffedcba9876543210",
        "seal-1.key, sm4-gcm 000102030405060708090a0b0c0d0e0f",
        "seal-1.key, sm4-gcm 90f1fe6c8c64e43d9d799888c5c69a68",
        "seal-1.key, sm4-gcm 66616e6770696e2d6465762d6b657931",
        "index.key, hmac-sha256 603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        "audit.key, hmac-sha256 7f3a",
        "audit.key, rot13 7f3a",
        "audit.key, hmac-sha256",
        "seal-1.key, sm4-gcm nothex"
    })
    void aKnownGuessableOrBrokenKeyIsRefusedAndNeverShown(String file, String text) throws IOException {
        Secrets.in(folder, CryptoSuite.NATIONAL);
        Files.writeString(folder.resolve(file), text);
        KeysRefusedException refused =
                assertThrows(KeysRefusedException.class, () -> Secrets.in(folder, CryptoSuite.NATIONAL));
        assertFalse(String.valueOf(refused.getMessage()).contains(text.substring(text.indexOf(' ') + 1)));
    }

    @ParameterizedTest
    @CsvSource({"index.key", "audit.key", "seal-1.key"})
    void aMissingKeyIsNeverMadeAnewAndAnOpenOneIsRefused(String file) throws IOException {
        Secrets.in(folder, CryptoSuite.INTERNATIONAL);
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(KeysRefusedException.class, () -> Secrets.in(folder, CryptoSuite.INTERNATIONAL));
        Files.delete(folder.resolve(file));
        assertThrows(KeysRefusedException.class, () -> Secrets.in(folder, CryptoSuite.INTERNATIONAL));
        assertFalse(Files.exists(folder.resolve(file)));
    }

    @ParameterizedTest
    @EnumSource
    void sealsHundredsOfThousandsASecond(CryptoSuite suite) {
        Secrets secrets = Secrets.in(folder.resolve("secrets"), suite);
        long best = 0;
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            int check = 0;
            for (int i = 0; i < 50_000; i++) {
                check += secrets.seal(FieldKind.ID_NUMBER, ID)[20];
            }
            long perSecond = 50_000L * 1_000_000_000L / (System.nanoTime() - start);
            best = Math.max(best, perSecond + (check == new Random().nextInt() ? 1 : 0));
        }
        System.out.println(suite + ": " + best + " seals a second");
        assertTrue(best > 60_000, "a fifth of the goal, for a busy machine: " + best);
    }
}
