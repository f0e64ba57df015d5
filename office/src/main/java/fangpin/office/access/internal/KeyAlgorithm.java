package fangpin.office.access.internal;

import fangpin.office.access.CryptoSuite;
import fangpin.office.access.KeysRefusedException;
import java.nio.file.Path;
import java.util.Arrays;

/** 密码算法: the tag stands in each sealed value, the label in each key file; neither ever changes. */
public enum KeyAlgorithm {
    AES_256_GCM(1, "aes-256-gcm", 32),
    SM4_GCM(2, "sm4-gcm", 16),
    HMAC_SHA256(3, "hmac-sha256", 32),
    HMAC_SM3(4, "hmac-sm3", 32),
    SM2_SM3(5, "sm2-sm3", Sm2.PRIVATE_BYTES);

    private final byte tag;
    private final String label;
    private final int keyBytes;

    KeyAlgorithm(int tag, String label, int keyBytes) {
        this.tag = (byte) tag;
        this.label = label;
        this.keyBytes = keyBytes;
    }

    byte tag() {
        return tag;
    }

    String label() {
        return label;
    }

    int keyBytes() {
        return keyBytes;
    }

    /** Whether bytes of the right length may be a key. */
    boolean allows(byte[] key) {
        return this != SM2_SM3 || Sm2.isPrivate(key);
    }

    static KeyAlgorithm sealing(CryptoSuite suite) {
        return switch (suite) {
            case INTERNATIONAL -> AES_256_GCM;
            case NATIONAL -> SM4_GCM;
        };
    }

    static KeyAlgorithm hashing(CryptoSuite suite) {
        return switch (suite) {
            case INTERNATIONAL -> HMAC_SHA256;
            case NATIONAL -> HMAC_SM3;
        };
    }

    static KeyAlgorithm labelled(String label, Path file) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new KeysRefusedException("密钥文件的算法不认识：unknown algorithm in key file: " + file));
    }
}
