package fangpin.office.access;

import java.util.List;

/** 本系统报文签名: with an SM2 key of this office, made when it is first needed and kept with the other keys, outside the database. */
public interface MessageSigning {
    /** A key that signs or signed. The highest number signs. */
    record Key(int number, Sm2PublicKey publicKey, boolean inUse) {}

    /** The signature of a text by the key in use: SM2 with SM3, Base64 of r and s. */
    String sign(byte[] text);

    /** All keys, the one in use first. */
    List<Key> keys();
}
