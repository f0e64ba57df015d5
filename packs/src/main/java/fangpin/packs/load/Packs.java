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
        return lines("catalogue.txt");
    }

    /** The sample fills that come with the program, by the name of their file. */
    public static List<FillFile> sampleFills() {
        return lines("fills.txt").stream().map(Packs::sampleFill).toList();
    }

    private static FillFile sampleFill(String file) {
        byte[] bytes = new PackFiles.Shipped(PackFiles.SAMPLE_FILLS).read(file).orElseThrow(() -> missing(file));
        return switch (FillFile.read(file, bytes)) {
            case FillFile.Result.Read read -> read.file();
            case FillFile.Result.Refused refused ->
                throw new IllegalStateException("the sample fill " + file + " is broken: " + refused.problems());
        };
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Packs.class.getResourceAsStream("/packs/" + file)) {
            if (stream == null) {
                throw missing(file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static IllegalStateException missing(String file) {
        return new IllegalStateException(file + " is missing from the program");
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
