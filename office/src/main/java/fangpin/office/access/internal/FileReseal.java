package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Seals the files of the attachments anew, each by a rename. */
public final class FileReseal {
    private FileReseal() {}

    /** How many were not sealed with the newest key. */
    public static long all(Path folder, Secrets secrets) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long changed = 0;
        for (Path file : files(folder)) {
            byte[] sealed = Files.readAllBytes(file);
            if (!secrets.isCurrent(sealed)) {
                Path next = file.resolveSibling(file.getFileName() + ".next");
                Files.write(
                        next, secrets.sealBytes(FieldKind.ATTACHMENT, secrets.openBytes(FieldKind.ATTACHMENT, sealed)));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                changed++;
            }
        }
        return changed;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".next"))
                    .toList();
        }
    }
}
