package fangpin.office.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * 文件打开密码: lists of people leave the office as workbooks that Excel and WPS open with a password only (AES-256). It is told to the receiver on
 * another way than the file; the office does not keep it.
 */
public record FilePassword(String text) {
    /** Fewest characters. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 64;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What somebody typed; empty where it is too short, or too long for Excel. */
    public static Optional<FilePassword> of(String typed) {
        String text = typed.strip();
        return text.length() < SHORTEST || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new FilePassword(text));
    }

    /** One that nobody can guess, of letters that are not taken for others. */
    public static String suggestion() {
        StringBuilder text = new StringBuilder();
        for (int letter = 0; letter < GROUPS * GROUP; letter++) {
            if (letter > 0 && letter % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A workbook that only this opens. */
    public byte[] lock(byte[] workbook) {
        EncryptionInfo how =
                new EncryptionInfo(EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512, -1, -1, null);
        Encryptor encryptor = how.getEncryptor();
        encryptor.confirmPassword(text);
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            try (OutputStream sealed = encryptor.getDataStream(file)) {
                sealed.write(workbook);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("no AES", missing);
        }
    }

    /** Without what it is. */
    @Override
    public String toString() {
        return "FilePassword";
    }
}
