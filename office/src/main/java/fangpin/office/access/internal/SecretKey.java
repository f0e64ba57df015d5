package fangpin.office.access.internal;

import fangpin.office.access.MessageSigning;
import fangpin.office.access.Sm2PublicKey;

/** 密钥: a key of this installation; never printed. Its id stands in the values sealed with it. */
public final class SecretKey {
    private final int id;
    private final KeyAlgorithm algorithm;
    private final byte[] bytes;

    SecretKey(int id, KeyAlgorithm algorithm, byte[] bytes) {
        this.id = id;
        this.algorithm = algorithm;
        this.bytes = bytes.clone();
    }

    /** 0 for keys that hash. */
    public int id() {
        return id;
    }

    KeyAlgorithm algorithm() {
        return algorithm;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What everybody may know of a key that signs messages. */
    public MessageSigning.Key signing(boolean inUse) {
        return new MessageSigning.Key(id, Sm2PublicKey.ofPoint(Sm2.point(bytes)), inUse);
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
