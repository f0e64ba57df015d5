package fangpin.office;

import fangpin.office.database.DataFolder;
import fangpin.office.policy.PolicyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Packs of one's own, for what no shipped pack asks for. */
public final class OwnPacks {
    private static final Path SHIPPED = Path.of("../packs/weihai-2020");

    private OwnPacks() {}

    /** The pack of the trial county, one of whose products keeps its figures by household. */
    public static Path shapes(RunningOffice office) {
        Path folder = Path.of("../packs/src/test/resources/packs/shapes-2099");
        take(office, folder, "shapes-2099");
        return folder;
    }

    /** Weihai's pack under another name and of another place, with some of its text replaced: from, to, from, to. */
    public static Path weihai(RunningOffice office, String id, String place, String... changes) {
        try {
            Path folder = Files.createDirectories(TestDatabase.folder("packs").resolve(id));
            for (Path file : files()) {
                String text = Files.readString(file)
                        .replace("pack: weihai-2020", "pack: " + id)
                        .replace("jurisdiction: \"371000\"", "jurisdiction: \"" + place + "\"");
                for (int at = 0; at < changes.length; at += 2) {
                    text = text.replace(changes[at], changes[at + 1]);
                }
                Files.writeString(folder.resolve(file.getFileName().toString()), text);
            }
            take(office, folder, id);
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Where the office looks for packs of its own, and so does every verb of the terminal that asks the same database. */
    private static void take(RunningOffice office, Path folder, String id) {
        PolicyLibrary library = office.part(PolicyLibrary.class);
        if (library.pack(id).isEmpty()) {
            library.take(copied(
                    folder,
                    DataFolder.packsBeside(DataFolder.beside(office.folder()).keys())
                            .resolve(id)));
        }
        if (library.pack(id).isEmpty()) {
            throw new IllegalStateException("the pack " + id + " does not load");
        }
    }

    private static Path copied(Path folder, Path to) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
            return to;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
