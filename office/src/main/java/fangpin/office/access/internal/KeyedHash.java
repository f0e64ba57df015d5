package fangpin.office.access.internal;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** 带密钥的摘要: HMAC-SHA256 or HMAC-SM3, as the key says. Safe for many threads; hashers are kept, for making them is dear. */
public final class KeyedHash {
    private interface Hasher {
        byte[] of(byte[] input);
    }

    private final SecretKey key;
    private final ConcurrentLinkedDeque<Hasher> idle = new ConcurrentLinkedDeque<>();

    /** With a hashing key. */
    public KeyedHash(SecretKey key) {
        this.key = key;
        idle.push(make());
    }

    /** 32 bytes. */
    public byte[] of(byte[] input) {
        Hasher kept = idle.poll();
        Hasher hasher = kept == null ? make() : kept;
        byte[] hash = hasher.of(input);
        idle.push(hasher);
        return hash;
    }

    private Hasher make() {
        return switch (key.algorithm()) {
            case HMAC_SHA256 -> sha256();
            case HMAC_SM3 -> sm3();
            case AES_256_GCM, SM4_GCM, SM2_SM3 -> throw new IllegalArgumentException("not a hashing key: " + key);
        };
    }

    private Hasher sha256() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            return mac::doFinal;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Hasher sm3() {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key.bytes()));
        return input -> {
            byte[] hash = new byte[mac.getMacSize()];
            mac.update(input, 0, input.length);
            mac.doFinal(hash, 0);
            return hash;
        };
    }
}
