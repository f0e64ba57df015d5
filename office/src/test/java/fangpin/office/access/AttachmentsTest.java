package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Attachments.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentsTest {
    private static final String PATH = "370000/371000/371082/";
    private static final byte[] PDF = "%PDF-1.7 病历 慢性病证明".getBytes(StandardCharsets.UTF_8);

    private final RunningOffice office = RunningOffice.get();
    private final Attachments attachments = office.part(Attachments.class);
    private final Actor clerk =
            office.account("files", "371082", Role.POVERTY_OFFICE).actor();

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(new byte[10]);
            }
        }
        return bytes.toByteArray();
    }

    private Answer<Attachments.Listed> add(String name, byte[] content) {
        return attachments.add(clerk, PATH, "case/1", Right.REGISTER_WRITE, name, content, Instant.now());
    }

    private Attachments.Listed added(String name, byte[] content) {
        return assertDone(add(name, content));
    }

    private static Attachments.Listed assertDone(Answer<Attachments.Listed> answer) {
        if (answer instanceof Answer.Done<Attachments.Listed>(Attachments.Listed file)) {
            return file;
        }
        throw new AssertionError(answer.toString());
    }

    @Test
    void aFileIsKeptSealedUnderANameNobodyChoseAndComesBackAsItWas() throws IOException {
        Attachments.Listed file = added("../../etc/病历.pdf", PDF);
        assertEquals("病历.pdf", file.name());
        assertEquals(FileType.PDF, file.type());
        assertArrayEquals(
                PDF,
                attachments.read(clerk, file.id(), (listed, bytes) -> bytes).orElseThrow());
        Path stored = office.folder()
                .resolve("attachments")
                .resolve(file.id().toString().substring(0, 2))
                .resolve(file.id().toString());
        assertFalse(new String(Files.readAllBytes(stored), StandardCharsets.ISO_8859_1).contains("%PDF"));
        try (Stream<Path> all = Files.walk(office.folder().resolve("attachments"))) {
            assertTrue(all.filter(Files::isRegularFile)
                    .noneMatch(each -> each.toString().contains("病历")));
        }
    }

    @Test
    void whoLacksTheRowsRightOrItsDivisionFindsNothing() {
        Attachments.Listed file = added("a.pdf", PDF);
        Actor reader = office.account("files-reader", "371082", Role.FINANCE).actor();
        Actor neighbour =
                office.account("files-far", "371003", Role.POVERTY_OFFICE).actor();
        for (Actor stranger : new Actor[] {reader, neighbour}) {
            assertEquals(Optional.empty(), attachments.read(stranger, file.id(), (listed, bytes) -> listed));
            assertTrue(attachments.of(stranger, "case/1").isEmpty());
            assertTrue(attachments.remove(stranger, file.id(), Instant.now()) instanceof Answer.Refused<UUID>);
        }
        assertTrue(
                attachments.add(
                                clerk,
                                "370000/371000/371003/",
                                "case/1",
                                Right.REGISTER_WRITE,
                                "a.pdf",
                                PDF,
                                Instant.now())
                        instanceof Answer.Refused<Attachments.Listed>);
    }

    @Test
    void aFileTakenAwayIsGoneFromTheDisk() {
        Attachments.Listed file = added("b.pdf", PDF);
        attachments.remove(clerk, file.id(), Instant.now());
        assertEquals(Optional.empty(), attachments.read(clerk, file.id(), (listed, bytes) -> listed));
        assertFalse(Files.exists(office.folder()
                .resolve("attachments")
                .resolve(file.id().toString().substring(0, 2))
                .resolve(file.id().toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "x.pdf, '', FILE_EMPTY",
        "x.html, <html>, FILE_TYPE",
        "x.pdf, MZ, FILE_TYPE",
        "x.exe, %PDF-1.7, FILE_NAME",
        "x.pdf.js, %PDF-1.7, FILE_NAME",
        "x.svg, <svg/>, FILE_TYPE"
    })
    void whatIsNotWhatItSaysIsRefused(String name, String content, AccessRefusal refusal) {
        assertEquals(
                new Answer.Refused<>(refusal, java.util.List.of()),
                add(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void officeFilesAreToldByTheirEntriesAndMacrosOrPathsAreRefused() throws IOException {
        assertEquals(
                FileType.XLSX,
                added("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")).type());
        assertEquals(
                FileType.DOCX,
                added("a.docx", zip("[Content_Types].xml", "word/document.xml")).type());
        for (byte[] bad : new byte[][] {
            zip("a.txt"),
            zip("xl/workbook.xml"),
            zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
            zip("[Content_Types].xml", "xl/workbook.xml", "../x")
        }) {
            assertTrue(add("a.xlsx", bad) instanceof Answer.Refused<Attachments.Listed>);
        }
    }
}
