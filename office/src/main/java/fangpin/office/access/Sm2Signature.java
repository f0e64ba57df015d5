package fangpin.office.access;

import fangpin.office.access.internal.Sm2;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** SM2 签名值, both numbers between 1 and n - 1. */
public record Sm2Signature(BigInteger r, BigInteger s) {
    private static final int PLAIN_BYTES = 64;

    /**
     * A signature as it is sent: Base64 or hexadecimal of r and s, 32 bytes each (how the national interface's public examples write it), or of
     * their DER sequence (GB/T 35276). Empty for anything else.
     */
    public static Optional<Sm2Signature> read(String text) {
        try {
            byte[] bytes = Sm2.bytes(text);
            DSAEncoding form = bytes.length == PLAIN_BYTES ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE;
            BigInteger[] parts = form.decode(Sm2.order(), bytes);
            boolean sound = inside(parts[0]) && inside(parts[1]);
            return sound ? Optional.of(new Sm2Signature(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException | IOException malformed) {
            return Optional.empty();
        }
    }

    private static boolean inside(BigInteger number) {
        return number.signum() > 0 && number.compareTo(Sm2.order()) < 0;
    }

    /** Base64 of r and s. */
    public String text() {
        return Base64.getEncoder().encodeToString(PlainDSAEncoding.INSTANCE.encode(Sm2.order(), r, s));
    }
}
