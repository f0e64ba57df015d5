package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.SealBrokenException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * 字段加密: a sealed value is algorithm (1 byte), key id (2), nonce (12), ciphertext, tag (16). The first three bytes and the kind
 * are bound: a value moved to a column of another kind does not open.
 */
public final class FieldSealer {
    private static final int HEAD_BYTES = 3;
    private static final int BODY_AT = HEAD_BYTES + GcmEngine.NONCE_BYTES;

    /**
     * A cipher and its nonces: random once, then counted on, as NIST SP 800-38D (8.2.2) has it; random anew after so many that two
     * ciphers' runs, of 2^96 values, practically never meet.
     */
    private static final class Bench {
        private static final int RUN = 1 << 16;

        final GcmEngine engine;
        private final byte[] nonce = new byte[GcmEngine.NONCE_BYTES];
        private int left;

        Bench(SecretKey key) {
            engine = GcmEngine.of(key);
        }

        byte[] nonce() {
            if (left == 0) {
                RANDOM.nextBytes(nonce);
                left = RUN;
            }
            left--;
            for (int i = nonce.length - 1; i >= 0 && ++nonce[i] == 0; i--) {
                // the carry goes on to the byte before
            }
            return nonce.clone();
        }
    }

    /** Ciphers under one key that no thread is using; one alone is handed over without a queue. */
    private static final class Shelf {
        private final AtomicReference<@Nullable Bench> first = new AtomicReference<>();
        private final ConcurrentLinkedDeque<Bench> others = new ConcurrentLinkedDeque<>();
        private final SecretKey key;

        Shelf(SecretKey key) {
            this.key = key;
        }

        Bench take() {
            Bench kept = first.getAndSet(null);
            if (kept == null) {
                kept = others.poll();
            }
            return kept == null ? new Bench(key) : kept;
        }

        void give(Bench bench) {
            if (!first.compareAndSet(null, bench)) {
                others.push(bench);
            }
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder keys;
    private final Map<Integer, Shelf> shelves = new ConcurrentHashMap<>();

    /** With the keys of a folder. */
    public FieldSealer(KeyFolder keys) {
        this.keys = keys;
    }

    /** Seals with the newest key. */
    public byte[] seal(FieldKind kind, byte[] clear) {
        SecretKey key = keys.newest();
        Shelf shelf = shelf(key);
        Bench bench = shelf.take();
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
        shelf.give(bench);
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
        Shelf shelf = shelf(key);
        Bench bench = shelf.take();
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, BODY_AT);
        try {
            byte[] clear = bench.engine.open(nonce, bound(sealed, kind), sealed, BODY_AT);
            shelf.give(bench);
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

    private Shelf shelf(SecretKey key) {
        Shelf shelf = shelves.get(key.id());
        return shelf == null ? shelves.computeIfAbsent(key.id(), id -> new Shelf(key)) : shelf;
    }
}
