package fangpin.office.web.api;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** What a hospital's system has: an SM2 pair of its own, and signatures made without anything of the office's. */
final class HospitalKey {
    private static final X9ECParameters NAMED = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters CURVE =
            new ECDomainParameters(NAMED.getCurve(), NAMED.getG(), NAMED.getN(), NAMED.getH());

    private final AsymmetricCipherKeyPair pair;

    HospitalKey() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
        pair = generator.generateKeyPair();
    }

    /** 04 X Y in hexadecimal. */
    String publicKey() {
        return HexFormat.of()
                .formatHex(((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false));
    }

    /** DER, Base64. */
    String sign(String text) {
        return Base64.getEncoder().encodeToString(signature(new SM2Signer(), text));
    }

    /** r and s. */
    byte[] plain(String text) {
        return signature(new SM2Signer(PlainDSAEncoding.INSTANCE), text);
    }

    private byte[] signature(SM2Signer signer, String text) {
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), new SecureRandom()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whether the holder of a public key (04 X Y) signed a text; r and s in Base64. */
    static boolean verifies(String publicKey, String text, String signature) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        byte[] point = new BigInteger(publicKey, 16).toByteArray();
        signer.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return signer.verifySignature(Base64.getDecoder().decode(signature));
    }
}
