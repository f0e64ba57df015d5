package fangpin.office.access.internal;

import fangpin.office.access.Sm2Signature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/** SM2 签名与验签: the recommended curve, SM3, and the identity that everybody uses unless something else is agreed (GB/T 35276). */
public final class Sm2 {
    static final int PRIVATE_BYTES = 32;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
    private static final ECDomainParameters CURVE = curve();
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {}

    private static ECDomainParameters curve() {
        X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /** Bytes as programs send them, in hexadecimal or Base64. Throws IllegalArgumentException for neither. */
    public static byte[] bytes(String text) {
        return HEX.matcher(text).matches()
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }

    /** How many points there are. */
    public static BigInteger order() {
        return CURVE.getN();
    }

    /** The point, 04 X Y, when it lies on the curve. */
    public static byte[] checked(byte[] point) {
        ECPoint decoded = CURVE.getCurve().decodePoint(point);
        if (decoded.isInfinity()) {
            throw new IllegalArgumentException("no point");
        }
        return decoded.getEncoded(false);
    }

    /** Looks at signatures of a text by the holder of a point. */
    public static SM2Signer verifier(byte[] point, byte[] text) {
        SM2Signer signer = signer();
        signer.init(
                false,
                new ParametersWithID(new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE), IDENTITY));
        signer.update(text, 0, text.length);
        return signer;
    }

    /** Whether 32 bytes are a private key: between 1 and n - 2. */
    static boolean isPrivate(byte[] key) {
        BigInteger number = new BigInteger(1, key);
        return number.signum() > 0 && number.compareTo(order().subtract(BigInteger.ONE)) < 0;
    }

    /** The point of a private key. */
    static byte[] point(byte[] key) {
        return CURVE.getG().multiply(new BigInteger(1, key)).normalize().getEncoded(false);
    }

    static String sign(byte[] key, byte[] text) {
        return sign(key, text, RANDOM);
    }

    /** Signs with a number of the caller's; only examples of the standard have one. */
    static String sign(byte[] key, byte[] text, SecureRandom random) {
        SM2Signer signer = signer();
        signer.init(
                true,
                new ParametersWithID(
                        new ParametersWithRandom(new ECPrivateKeyParameters(new BigInteger(1, key), CURVE), random),
                        IDENTITY));
        signer.update(text, 0, text.length);
        try {
            return Sm2Signature.read(Base64.getEncoder().encodeToString(signer.generateSignature()))
                    .orElseThrow()
                    .text();
        } catch (CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SM2Signer signer() {
        return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    }
}
