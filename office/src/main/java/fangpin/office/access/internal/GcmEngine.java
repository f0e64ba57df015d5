package fangpin.office.access.internal;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** One long-lived cipher under one key; used by one thread at a time. */
sealed interface GcmEngine {
    int NONCE_BYTES = 12;
    int TAG_BYTES = 16;

    /** Seals into {@code out} from {@code at} on. */
    void seal(byte[] nonce, byte[] bound, byte[] clear, byte[] out, int at) throws GeneralSecurityException;

    /** Opens what lies in {@code sealed} from {@code at} on; throws when it was altered. */
    byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int at) throws GeneralSecurityException;

    static GcmEngine of(SecretKey key) {
        return switch (key.algorithm()) {
            case AES_256_GCM -> new Aes(key);
            case SM4_GCM -> new Sm4(key);
            case HMAC_SHA256, HMAC_SM3, SM2_SM3 -> throw new IllegalArgumentException("not a sealing key: " + key);
        };
    }

    /** The JDK's AES: about fifty times as fast on bulk as any other here. */
    final class Aes implements GcmEngine {
        private final SecretKeySpec key;
        private final Cipher cipher;

        Aes(SecretKey key) {
            this.key = new SecretKeySpec(key.bytes(), "AES");
            try {
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void seal(byte[] nonce, byte[] bound, byte[] clear, byte[] out, int at) throws GeneralSecurityException {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(bound);
            int written = cipher.doFinal(clear, 0, clear.length, out, at);
            if (written != clear.length + TAG_BYTES) {
                throw new IllegalStateException("the cipher wrote " + written + " bytes");
            }
        }

        @Override
        public byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int at) throws GeneralSecurityException {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, at, sealed.length - at);
        }
    }

    /** 国密 SM4. */
    final class Sm4 implements GcmEngine {
        private final KeyParameter key;
        private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());

        Sm4(SecretKey key) {
            this.key = new KeyParameter(key.bytes());
        }

        @Override
        public void seal(byte[] nonce, byte[] bound, byte[] clear, byte[] out, int at) throws GeneralSecurityException {
            cipher.init(true, new AEADParameters(key, TAG_BYTES * 8, nonce, bound));
            finish(clear, 0, clear.length, out, at);
        }

        @Override
        public byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int at) throws GeneralSecurityException {
            cipher.init(false, new AEADParameters(key, TAG_BYTES * 8, nonce, bound));
            byte[] clear = new byte[sealed.length - at - TAG_BYTES];
            finish(sealed, at, sealed.length - at, clear, 0);
            return clear;
        }

        private void finish(byte[] in, int from, int length, byte[] out, int at) throws GeneralSecurityException {
            try {
                int written = cipher.processBytes(in, from, length, out, at);
                written += cipher.doFinal(out, at + written);
                if (written != out.length - at) {
                    throw new IllegalStateException("the cipher wrote " + written + " bytes");
                }
            } catch (InvalidCipherTextException altered) {
                throw (GeneralSecurityException) new AEADBadTagException().initCause(altered);
            }
        }
    }
}
