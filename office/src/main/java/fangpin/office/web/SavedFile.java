package fangpin.office.web;

import fangpin.office.access.Attachments;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 下载: an answer that makes a browser save a file; nothing on the way keeps a copy. */
public final class SavedFile {
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private SavedFile() {}

    /** A .docx of that name. */
    public static ResponseEntity<byte[]> word(String name, byte[] bytes) {
        return answer(name + ".docx", WORD, bytes);
    }

    /** A .pdf of that name. */
    public static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
        return answer(name + ".pdf", MediaType.APPLICATION_PDF, bytes);
    }

    /** A file that was kept, under its own name. */
    public static ResponseEntity<byte[]> of(Attachments.Listed file, byte[] bytes) {
        return answer(file.name(), MediaType.parseMediaType(file.type().mediaType()), bytes);
    }

    /** A file of any kind, under its name. */
    public static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Cache-Control", "no-store")
                .body(bytes);
    }
}
