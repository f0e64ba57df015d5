package fangpin.packs.load;

import fangpin.kernel.Text;
import fangpin.packs.LoadResult;
import fangpin.packs.PackFiles;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and loads packs: those that come with the program by name, the user's own by folder. */
public final class Packs {
    private Packs() {}

    /** The names of the packs that come with the program, in document order. */
    public static List<String> shipped() {
        try (InputStream stream = Packs.class.getResourceAsStream("/packs/catalogue.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the catalogue of packs is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The other packs of a pack's collection: those shipped with it, or the folders beside its own, by name. */
    public static List<PackFiles> beside(PackFiles pack) {
        return switch (pack) {
            case PackFiles.Shipped own ->
                shipped().stream()
                        .filter(name -> !name.equals(own.id()))
                        .<PackFiles>map(PackFiles.Shipped::new)
                        .toList();
            case PackFiles.Folder own -> foldersBeside(own);
        };
    }

    private static List<PackFiles> foldersBeside(PackFiles.Folder own) {
        Path folder = own.path().toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(path -> !path.equals(folder) && Files.isRegularFile(path.resolve(PackLoader.POLICY)))
                    .sorted()
                    .<PackFiles>map(PackFiles.Folder::new)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Loads a pack as it stands. */
    public static LoadResult load(String nameOrFolder) {
        return load(nameOrFolder, Map.of(), null);
    }

    /**
     * Loads a pack.
     *
     * @param nameOrFolder a shipped pack's name, or the path of a folder
     * @param readings readings to take otherwise than the pack does, choice by id
     */
    public static LoadResult load(String nameOrFolder, Map<String, String> readings, @Nullable FillFile fill) {
        if (shipped().contains(nameOrFolder)) {
            return PackLoader.load(new PackFiles.Shipped(nameOrFolder), readings, fill);
        }
        Path folder = Path.of(nameOrFolder);
        if (Files.isDirectory(folder)) {
            return PackLoader.load(new PackFiles.Folder(folder), readings, fill);
        }
        String known = String.join(", ", shipped());
        return new LoadResult.Refused(List.of(new Problem(
                new Place(nameOrFolder, 1, 1),
                Problem.Reason.UNKNOWN_PACK,
                nameOrFolder,
                new Text(
                        "没有政策包“" + nameOrFolder + "”，也没有这个文件夹；随程序提供的有：" + known + "。",
                        "There is no pack \"" + nameOrFolder + "\" and no such folder; shipped are: " + known + "."))));
    }
}
