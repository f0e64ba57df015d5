package fangpin.office.access.internal;

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

    @Override
    public String toString() {
        return "key " + id;
    }
}
