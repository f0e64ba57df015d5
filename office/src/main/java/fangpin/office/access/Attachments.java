package fangpin.office.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** 附件: one store for all rooms. A file belongs to a subject and a division, and is read with the right its row names. */
public interface Attachments {
    /** What may be kept, told by content. */
    enum FileType {
        JPEG("image/jpeg", "jpe?g"),
        PNG("image/png", "png"),
        PDF("application/pdf", "pdf"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

        private final String mediaType;
        private final String ending;

        FileType(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        /** As a browser is told. */
        public String mediaType() {
            return mediaType;
        }

        /** Whether a file of that name claims to be of this type. */
        public boolean named(String fileName) {
            return fileName.toLowerCase(java.util.Locale.ROOT).matches(".*[.](" + ending + ")");
        }
    }

    /** A file as lists show it. */
    record Listed(UUID id, String subject, Right needs, String name, FileType type, long bytes, Instant enteredAt) {}

    /** Keeps a file. The path is the division of the row it belongs to. */
    Answer<Listed> add(
            Actor actor, String path, String subject, Right needs, String fileName, byte[] content, Instant now);

    /** The files of a subject that the actor may read. */
    List<Listed> of(Actor actor, String subject);

    /** A file, when it is of the actor's division and he has the right its row names. */
    <T> Optional<T> read(Actor actor, UUID id, BiFunction<Listed, byte[], T> reader);

    /** Takes a file away; its bytes are deleted. */
    Answer<UUID> remove(Actor actor, UUID id, Instant now);
}
