package fangpin.office.access;

import fangpin.office.access.internal.FieldSealer;
import fangpin.office.access.internal.KeyFolder;
import fangpin.office.access.internal.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * 敏感数据加密: seals personal data before it reaches the database and opens it again. A sealed value names its algorithm and its
 * key; the keys lie in a folder of their own, outside the database, made at the first start of this installation.
 */
public final class Secrets {
    private final KeyFolder keys;
    private final FieldSealer sealer;
    private final KeyedHash index;
    private final KeyedHash first;

    private Secrets(KeyFolder keys) {
        this.keys = keys;
        sealer = new FieldSealer(keys);
        index = new KeyedHash(keys.indexKey());
        first = new KeyedHash(keys.firstIndexKey());
    }

    /** Opens the folder of keys; makes it when there is none. The suite is for keys made now. */
    public static Secrets in(Path folder, CryptoSuite suite) {
        return new Secrets(KeyFolder.openOrMake(folder, suite));
    }

    /** The value as the database keeps it: different each time, also for equal values. */
    public byte[] seal(FieldKind kind, String clear) {
        return sealer.seal(kind, clear.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, such as a file's, sealed. */
    public byte[] sealBytes(FieldKind kind, byte[] clear) {
        return sealer.seal(kind, clear);
    }

    /** The value in clear. */
    public String open(FieldKind kind, byte[] sealed) {
        return new String(sealer.open(kind, sealed), StandardCharsets.UTF_8);
    }

    /** Bytes in clear. */
    public byte[] openBytes(FieldKind kind, byte[] sealed) {
        return sealer.open(kind, sealed);
    }

    /** 精确检索: equal values of a kind have equal hashes, which nobody can make without the key. */
    public byte[] index(FieldKind kind, String clear) {
        return index(index, kind, clear);
    }

    /** 指纹: as the index, but the same for ever: of what is printed or compared, and made anew by no rotation. */
    public byte[] fingerprint(FieldKind kind, String clear) {
        return index(first, kind, clear);
    }

    static byte[] index(KeyedHash key, FieldKind kind, String clear) {
        byte[] text = kind.normal(clear).getBytes(StandardCharsets.UTF_8);
        byte[] input = new byte[text.length + 1];
        input[0] = kind.code();
        System.arraycopy(text, 0, input, 1, text.length);
        return key.of(input);
    }

    /** Whether a value is sealed with the key now in use. */
    public boolean isCurrent(byte[] sealed) {
        return FieldSealer.keyOf(sealed) == keys.newest().id();
    }

    /** Makes a new key that signs messages. */
    MessageSigning.Key newSigningKey() {
        return keys.addSigning().signing(true);
    }

    /** The keys, for the rooms' machinery inside access. */
    public KeyFolder keys() {
        return keys;
    }
}
