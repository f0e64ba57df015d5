package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** What the file system says, in words. */
public final class FileFailures {
    private FileFailures() {}

    /** The refusal for a failure in a data folder. */
    public static RefusedException refused(IOException failure, Path folder) {
        if (noSpace(failure)) {
            return new RefusedException(
                    Reason.DISK_FULL, folder, folder.toFile().getUsableSpace() >> 20, 512);
        }
        return new RefusedException(Reason.DATA_FOLDER_UNUSABLE, folder, told(failure));
    }

    /** The cause of a failure, without the name of the exception where there is a better one. */
    public static String told(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + ": is a file, not a folder";
            case FileSystemException system
            when system.getReason() != null -> system.getFile() + ": " + system.getReason();
            default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        };
    }

    /** Whether the disk is full. */
    public static boolean noSpace(IOException failure) {
        String message = failure.getMessage();
        return message != null && (message.contains("No space left") || message.contains("quota exceeded"));
    }
}
