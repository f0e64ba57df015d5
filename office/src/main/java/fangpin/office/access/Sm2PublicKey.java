package fangpin.office.access;

import fangpin.office.access.internal.Sm2;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/** SM2 公钥 (GB/T 32918.5 curve): a point that was checked to lie on the curve. */
public final class Sm2PublicKey {
    /** 04, X, Y. */
    private static final int POINT_BYTES = 65;

    private static final int PLAIN_BYTES = 64;
    /** DER of a SubjectPublicKeyInfo (id-ecPublicKey, sm2p256v1) up to its point. */
    private static final byte[] INFO = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

    private static final int LINE = 64;

    private final byte[] point;

    private Sm2PublicKey(byte[] point) {
        this.point = point;
    }

    /** The key of a point, 04 X Y. */
    public static Sm2PublicKey ofPoint(byte[] point) {
        return new Sm2PublicKey(Sm2.checked(point));
    }

    /**
     * A key as people hand it over: PEM ({@code BEGIN PUBLIC KEY}), or hexadecimal or Base64 of that structure or of the point with or without its
     * leading 04. A private key is refused by its own name, for it must not be handed over.
     */
    public static Answer<Sm2PublicKey> read(String text) {
        if (text.contains("PRIVATE KEY")) {
            return Answer.refused(AccessRefusal.KEY_PRIVATE);
        }
        String bare = text.replaceAll("-----(?:BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        byte[] bytes;
        try {
            bytes = Sm2.bytes(bare);
        } catch (IllegalArgumentException neither) {
            return Answer.refused(AccessRefusal.KEY_FORM);
        }
        return ofBytes(bytes);
    }

    private static Answer<Sm2PublicKey> ofBytes(byte[] bytes) {
        byte[] point = pointIn(bytes);
        if (point.length == 0) {
            return Answer.refused(isSecret(bytes) ? AccessRefusal.KEY_PRIVATE : AccessRefusal.KEY_FORM);
        }
        try {
            return Answer.done(ofPoint(point));
        } catch (IllegalArgumentException offTheCurve) {
            return Answer.refused(AccessRefusal.KEY_FORM);
        }
    }

    /** The point of a key in any of its forms; empty when it is none of them. */
    private static byte[] pointIn(byte[] bytes) {
        return switch (bytes.length) {
            case POINT_BYTES -> bytes;
            case PLAIN_BYTES -> joined(new byte[] {4}, bytes);
            default ->
                bytes.length == INFO.length + POINT_BYTES && startsWithInfo(bytes)
                        ? Arrays.copyOfRange(bytes, INFO.length, bytes.length)
                        : new byte[0];
        };
    }

    /** A number of 32 bytes, perhaps with a nought before it. */
    private static boolean isSecret(byte[] bytes) {
        int half = PLAIN_BYTES / 2;
        return bytes.length == half || (bytes.length == half + 1 && bytes[0] == 0);
    }

    private static boolean startsWithInfo(byte[] bytes) {
        return Arrays.equals(bytes, 0, INFO.length, INFO, 0, INFO.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** 04, X, Y. */
    public byte[] point() {
        return point.clone();
    }

    /** 04, X, Y in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(point);
    }

    /** As {@code openssl} writes it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(joined(INFO, point))
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** 指纹: SM3 of the SubjectPublicKeyInfo, as {@code openssl pkey -pubin -outform DER | openssl dgst -sm3} shows it. */
    public String fingerprint() {
        byte[] structure = joined(INFO, point);
        SM3Digest digest = new SM3Digest();
        digest.update(structure, 0, structure.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }

    /** The fingerprint in groups of eight, which people read and which nobody takes for somebody's number. */
    public String grouped() {
        return fingerprint().replaceAll("(.{8})(?=.)", "$1 ");
    }

    /** Whether the holder of this key signed the text (SM2 with SM3, identity 1234567812345678). */
    public boolean signed(byte[] text, Sm2Signature signature) {
        return Sm2.verifier(point, text).verifySignature(plain(signature));
    }

    private static byte[] plain(Sm2Signature signature) {
        return PlainDSAEncoding.INSTANCE.encode(Sm2.order(), signature.r(), signature.s());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2PublicKey key && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "SM2 public key " + fingerprint();
    }
}
