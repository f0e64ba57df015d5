package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealBrokenException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * 字段加密: a sealed value is algorithm (1 byte), key id (2), nonce (12), ciphertext, tag (16). The first three bytes and the kind
 * are bound: a value moved to a column of another kind does not open.
 */
public final class FieldSealer {
    private static final int HEAD_BYTES = 3;
    private static final int BODY_AT = HEAD_BYTES + GcmEngine.NONCE_BYTES;

    /** A cipher and the random bytes it has in store: one system call gives nonces for hundreds of values. */
    private static final class Bench {
        final GcmEngine engine;
        final byte[] random = new byte[GcmEngine.NONCE_BYTES * 256];
        int used = random.length;

        Bench(SecretKey key) {
            engine = GcmEngine.of(key);
        }

        byte[] nonce() {
            if (used == random.length) {
                RANDOM.nextBytes(random);
                used = 0;
            }
            byte[] nonce = Arrays.copyOfRange(random, used, used + GcmEngine.NONCE_BYTES);
            used += GcmEngine.NONCE_BYTES;
            return nonce;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder keys;
    private final Map<Integer, ConcurrentLinkedDeque<Bench>> idle = new ConcurrentHashMap<>();

    /** With the keys of a folder. */
    public FieldSealer(KeyFolder keys) {
        this.keys = keys;
    }

    /** Seals with the newest key. */
    public byte[] seal(FieldKind kind, byte[] clear) {
        SecretKey key = keys.newest();
        Bench bench = take(key);
        byte[] nonce = bench.nonce();
        byte[] sealed = new byte[BODY_AT + clear.length + GcmEngine.TAG_BYTES];
        sealed[0] = key.algorithm().tag();
        sealed[1] = (byte) (key.id() >> 8);
        sealed[2] = (byte) key.id();
        System.arraycopy(nonce, 0, sealed, HEAD_BYTES, nonce.length);
        try {
            bench.engine.seal(nonce, bound(sealed, kind), clear, sealed, BODY_AT);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        give(key, bench);
        return sealed;
    }

    /** Opens with the key the value names. */
    public byte[] open(FieldKind kind, byte[] sealed) {
        if (sealed.length < BODY_AT + GcmEngine.TAG_BYTES) {
            throw new SealBrokenException(kind, "too short");
        }
        SecretKey key = keys.seal(keyOf(sealed));
        if (key == null) {
            throw new SealBrokenException(kind, "no key " + keyOf(sealed));
        }
        if (key.algorithm().tag() != sealed[0]) {
            throw new SealBrokenException(kind, "its key is for another algorithm");
        }
        Bench bench = take(key);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, BODY_AT);
        try {
            byte[] clear = bench.engine.open(nonce, bound(sealed, kind), sealed, BODY_AT);
            give(key, bench);
            return clear;
        } catch (GeneralSecurityException altered) {
            throw new SealBrokenException(kind, "altered, or sealed as another kind");
        }
    }

    /** The id of the key a value was sealed with. */
    public static int keyOf(byte[] sealed) {
        return (sealed[1] & 0xff) << 8 | (sealed[2] & 0xff);
    }

    private static byte[] bound(byte[] sealed, FieldKind kind) {
        return new byte[] {sealed[0], sealed[1], sealed[2], kind.code()};
    }

    private Bench take(SecretKey key) {
        Bench kept = bench(key).poll();
        return kept == null ? new Bench(key) : kept;
    }

    private void give(SecretKey key, Bench bench) {
        bench(key).push(bench);
    }

    private ConcurrentLinkedDeque<Bench> bench(SecretKey key) {
        return idle.computeIfAbsent(key.id(), id -> new ConcurrentLinkedDeque<>());
    }
}
