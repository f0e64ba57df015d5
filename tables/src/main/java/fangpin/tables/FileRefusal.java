package fangpin.tables;

import java.nio.file.Path;

/**
 * A file that was refused as a whole: nothing of it counts.
 *
 * @param reason the cause, one of a closed set
 * @param file the file as the caller named it
 * @param message what was read, what is wrong with it and what would be accepted; holds at most 200 characters of a
 *     cell
 */
public record FileRefusal(Reason reason, String file, Message message)
        implements OpenOutcome, LinesOutcome, TableOutcome, PartsOutcome, OutputOutcome, CommitOutcome {

    /** A refusal with the text {@code key} of the message files; {@code {0}} is the file, then the arguments. */
    static FileRefusal of(Reason reason, String key, Path file, Object... arguments) {
        return new FileRefusal(reason, file.toString(), Messages.text(key, file, arguments));
    }
}
