package fangpin.office.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** 密钥标记: by which a database knows a key again, and from which nobody can tell it. */
public final class KeyMark {
    private static final int MARK_BYTES = 16;

    private KeyMark() {}

    /** Hexadecimal. */
    public static String of(SecretKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("fangpin key mark".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key.bytes()), MARK_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
