package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills that come with the program are samples, say so, and close what they are for. */
class SampleFillsTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-fills"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysThatItIsASampleAndWhereItIsFrom(Path file) {
        PolicyPack pack = filled(file.getFileName().toString());
        List<OpenTerm.Fill> fills = pack.openTerms().stream()
                .map(OpenTerm::fill)
                .filter(fill -> fill != null)
                .distinct()
                .toList();
        assertEquals(1, fills.size());
        assertTrue(fills.getFirst().name().startsWith("样例"), fills.getFirst().name());
        assertTrue(
                fills.getFirst().origin().zh().startsWith("样例"),
                fills.getFirst().origin().zh());
        assertTrue(
                fills.getFirst().origin().en().startsWith("A sample"),
                fills.getFirst().origin().en());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weihai-2020-district-rules.yaml  | microcredit-risk filial-support home-repair
            lishui-2017-sample.yaml          | supplementary-medical rural-small insurer-corridor
            lishui-2017-whole-amount.yaml    | supplementary-medical
            lianyungang-2021-table-a.yaml    | poverty-prevention
            lianyungang-2021-table-b.yaml    | poverty-prevention
            """)
    void closesWhatItIsFor(String file, String ids) {
        PolicyPack open = assertInstanceOf(LoadResult.Loaded.class, Packs.load(pack(file)))
                .pack();
        PolicyPack filled = filled(file);
        for (String id : List.of(ids.split(" ", -1))) {
            assertTrue(open.calculation(id).isEmpty(), id + " computes without a fill");
            assertTrue(filled.calculation(id).isPresent(), id + " does not compute with the fill");
        }
    }

    @Test
    void theProgramKnowsEachOfThem() throws IOException {
        List<String> files =
                files().stream().map(file -> file.getFileName().toString()).toList();
        assertEquals(files, Packs.sampleFills().stream().map(FillFile::name).toList());
    }

    /** A shipped sample is found from a copy of its pack in any folder. */
    @Test
    void aSampleIsFoundBesideThePackOrInTheProgram() {
        assertTrue(new PackFiles.Shipped("lishui-2017")
                .fill("lishui-2017-sample.yaml")
                .isPresent());
        assertTrue(new PackFiles.Folder(Path.of("lishui-2017"))
                .fill("lishui-2017-sample.yaml")
                .isPresent());
        assertTrue(new PackFiles.Folder(TestPacks.folder("grants-2099"))
                .fill("lishui-2017-sample.yaml")
                .isPresent());
        assertTrue(new PackFiles.Folder(TestPacks.folder("grants-2099"))
                .fill("hardship.yaml")
                .isPresent());
        assertTrue(new PackFiles.Shipped("lishui-2017").fill("nobody.yaml").isEmpty());
    }

    private static String pack(String file) {
        return Packs.shipped().stream().filter(file::startsWith).findFirst().orElseThrow();
    }

    private static PolicyPack filled(String file) {
        byte[] bytes = new PackFiles.Shipped(pack(file)).fill(file).orElseThrow();
        FillFile fill = assertInstanceOf(FillFile.Result.Read.class, FillFile.read(file, bytes))
                .file();
        LoadResult loaded = Packs.load(pack(file), Map.of(), fill);
        return assertInstanceOf(LoadResult.Loaded.class, loaded, loaded::toString)
                .pack();
    }
}
