package fangpin.office.access;

import java.nio.file.Path;

/** 更换报文签名密钥: makes a new key; an office that runs takes it up by itself. Keys before it stay, for they verify what they signed. */
public final class SigningRotation {
    private SigningRotation() {}

    /** Makes the key in a folder of keys; the suite is for keys of other kinds that the folder lacks. */
    public static MessageSigning.Key run(Path folder, CryptoSuite suite) {
        return Secrets.in(folder, suite).newSigningKey();
    }
}
