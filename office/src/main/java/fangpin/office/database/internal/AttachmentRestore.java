package fangpin.office.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Puts the attachments of a backup back into their folder, sealed as they are. */
public final class AttachmentRestore {
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private AttachmentRestore() {}

    /** All of them; doing it again changes nothing. */
    public static void copy(BackupReader backup, Path folder) throws IOException {
        for (BackupManifest.Part part : backup.manifest().files()) {
            // the name was checked when the backup was opened: two characters, a slash, one name
            Files.createDirectories(folder.resolve(part.name().substring(0, 2)), OURS_ONLY);
            try (InputStream in = backup.attachment(part)) {
                Files.copy(in, folder.resolve(part.name()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
