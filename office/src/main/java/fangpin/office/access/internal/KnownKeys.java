package fangpin.office.access.internal;

import fangpin.office.access.Sm2PublicKey;
import java.util.HexFormat;
import java.util.Set;

/** 已知密钥: keys that come from an example, a keyboard or a counter. */
final class KnownKeys {
    private static final int LEAST_VALUES = 9;
    private static final int MOST_EQUAL_STEPS = 5;

    /** From the standards' examples, and the framework keys that opened many offices (CVE-2016-4437 and its copies). */
    private static final Set<String> EXAMPLES = Set.of(
            "2b7e151628aed2a6abf7158809cf4f3c",
            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            "0123456789abcdeffedcba9876543210",
            "90f1fe6c8c64e43d9d799888c5c69a68",
            "e00bd586614b52cd0a4c0dcaa6bb1d6a",
            "d80bd585db2052cd05480dd20c501d6a",
            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
            "128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263");

    private KnownKeys() {}

    static boolean holds(byte[] key) {
        return EXAMPLES.contains(HexFormat.of().formatHex(key)) || fewValues(key) || counted(key) || typed(key);
    }

    /** Whether anybody can sign for this public key: it is the one of the standard's example and of this office's manual. */
    static boolean isPublished(Sm2PublicKey key) {
        return EXAMPLES.stream()
                .map(HexFormat.of()::parseHex)
                .anyMatch(secret ->
                        secret.length == Sm2.PRIVATE_BYTES && key.equals(Sm2PublicKey.ofPoint(Sm2.point(secret))));
    }

    private static boolean fewValues(byte[] key) {
        boolean[] seen = new boolean[256];
        int distinct = 0;
        for (byte value : key) {
            if (!seen[value & 0xff]) {
                seen[value & 0xff] = true;
                distinct++;
            }
        }
        return distinct < LEAST_VALUES;
    }

    /** 00 01 02 ..., 01 23 45 ...: mostly one and the same step. */
    private static boolean counted(byte[] key) {
        int[] steps = new int[256];
        int most = 0;
        for (int i = 1; i < key.length; i++) {
            most = Math.max(most, ++steps[(key[i] - key[i - 1]) & 0xff]);
        }
        return most > MOST_EQUAL_STEPS;
    }

    /** Every byte a character of the keyboard. */
    private static boolean typed(byte[] key) {
        for (byte value : key) {
            if (value < 0x20 || value > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
