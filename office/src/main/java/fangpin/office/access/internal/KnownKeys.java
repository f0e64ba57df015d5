package fangpin.office.access.internal;

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
            "d80bd585db2052cd05480dd20c501d6a");

    private KnownKeys() {}

    static boolean holds(byte[] key) {
        return EXAMPLES.contains(HexFormat.of().formatHex(key)) || fewValues(key) || counted(key) || typed(key);
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
