package fangpin.office.web.appropriation;

import fangpin.office.access.Answer;
import fangpin.office.appropriation.AppropriationRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** 上传的表: a table that a form sent, as a file that is gone when it was read. */
final class SentFile {
    private static final List<String> ENDINGS = List.of(".xlsx", ".xls", ".csv");

    private SentFile() {}

    static <T> Answer<T> with(@Nullable MultipartFile file, Function<Path, Answer<T>> read) throws IOException {
        if (file == null || file.isEmpty()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").toLowerCase(Locale.ROOT);
        String ending = ENDINGS.stream().filter(name::endsWith).findFirst().orElse(".csv");
        Path folder = Files.createTempDirectory("fangpin-sent");
        Path copy = folder.resolve("table" + ending);
        try {
            file.transferTo(copy);
            return read.apply(copy);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }
}
