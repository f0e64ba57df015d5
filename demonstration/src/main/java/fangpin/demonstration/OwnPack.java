package fangpin.demonstration;

import fangpin.office.database.DataFolder;
import fangpin.office.policy.PolicyLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** 自有政策包: the demonstration's own pack, put where an office keeps packs of its own, and onto the shelf of this one. */
final class OwnPack {
    static final String ID = "demonstration-household-2020";

    private OwnPack() {}

    static void put(Scene scene) {
        Path folder = scene.face(DataFolder.class).packs().resolve(ID);
        try {
            Files.createDirectories(folder);
            for (String file : List.of("policy.yaml", "JT.md")) {
                try (InputStream text =
                        Objects.requireNonNull(OwnPack.class.getResourceAsStream("household-pack/" + file), file)) {
                    long _ = Files.copy(text, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        PolicyLibrary library = scene.face(PolicyLibrary.class);
        if (library.pack(ID).isEmpty()) {
            library.take(folder);
        }
        if (library.pack(ID).isEmpty()) {
            throw new IllegalStateException("the demonstration's own pack does not load");
        }
    }
}
