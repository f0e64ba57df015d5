package fangpin.office.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * 节假日: a day that is not worked though it is a weekday, or worked though it is a weekend.
 *
 * @param source document that says so
 * @param path division that entered it; empty for those that came with the office
 */
public record Holiday(LocalDate day, Kind kind, String name, String source, String path) {
    /** 放假或上班 */
    public enum Kind {
        /** 放假 */
        REST,
        /** 调休上班 */
        WORKED,
        /** 恢复为平日 */
        ORDINARY;

        /** Its name in rows, files and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name, if it is one of ours. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }
}
