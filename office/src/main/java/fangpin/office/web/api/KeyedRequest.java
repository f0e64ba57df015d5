package fangpin.office.web.api;

import java.util.Arrays;

/** 带键请求: the hash of a request's key, and the keyed hash of what it says. */
final class KeyedRequest {
    private final byte[] keyHash;
    private final byte[] requestHash;

    /** Of these bytes, which the caller gives away. */
    KeyedRequest(byte[] keyHash, byte[] requestHash) {
        this.keyHash = keyHash;
        this.requestHash = requestHash;
    }

    byte[] keyHash() {
        return keyHash;
    }

    byte[] requestHash() {
        return requestHash;
    }

    boolean hasKeyOf(KeyedRequest other) {
        return Arrays.equals(keyHash, other.keyHash);
    }
}
