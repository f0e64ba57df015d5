package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Short commands of the system. */
final class Commands {
    private Commands() {}

    /**
     * What a command said and how it ended.
     *
     * @param status 0 when it did what it should
     * @param output both streams, in the order of writing
     */
    record Result(int status, String output) {}

    /** Runs a command to its end, in the given folder, with no more of the environment than where commands are. */
    static Result run(Path folder, List<String> command) throws RefusedException {
        try {
            Process process = plain(folder, command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new RefusedException(Reason.COMMAND_MISSING, command.getFirst());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(1, "interrupted");
        }
    }

    /** A command that inherits none of our settings. */
    static ProcessBuilder plain(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
