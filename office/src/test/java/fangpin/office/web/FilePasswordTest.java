package fangpin.office.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.tables.Column;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists leave as workbooks that nothing but their password opens. */
class FilePasswordTest {
    @Test
    void aLockedWorkbookIsOpenedByItsPasswordAlone() throws Exception {
        byte[] workbook = ExcelFile.of(
                List.of(new Column("姓名", Column.Kind.TEXT)),
                rows -> rows.text("王甲").endRow());
        byte[] locked = FilePassword.of("  abcd-2345-wxyz ").orElseThrow().lock(workbook);
        assertFalse(new String(locked, StandardCharsets.ISO_8859_1).contains("sheet1.xml"));
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(locked))) {
            Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
            assertFalse(decryptor.verifyPassword("abcd-2345-wxyy"));
            assertTrue(decryptor.verifyPassword("abcd-2345-wxyz"));
            try (InputStream opened = decryptor.getDataStream(file)) {
                assertArrayEquals(workbook, opened.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', false", "abcd-2345, false", "'          ', false", "abcd-23456, true", "三十年来读书不求甚解, true"})
    void itIsLongEnough(String typed, boolean taken) {
        assertEquals(taken, FilePassword.of(typed).isPresent());
    }

    @Test
    void noSuggestionIsMadeTwiceAndEachIsTaken() {
        assertNotEquals(FilePassword.suggestion(), FilePassword.suggestion());
        assertTrue(FilePassword.of(FilePassword.suggestion()).isPresent());
        assertEquals(
                "FilePassword", FilePassword.of("abcd-2345-wxyz").orElseThrow().toString());
    }
}
