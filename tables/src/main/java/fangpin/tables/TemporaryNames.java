package fangpin.tables;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of temporary files, {@code .fangpin-PROCESS-NUMBER.tmp}, by which a later run knows what a killed one left. */
final class TemporaryNames {

    private static final Pattern NAME = Pattern.compile("\\.fangpin-(\\d{1,18})-\\d+\\.tmp");
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    private TemporaryNames() {}

    /** A name in {@code folder} that this process has not used before. */
    static Path next(Path folder) {
        String name = ".fangpin-" + PROCESS + "-" + NUMBER.incrementAndGet() + ".tmp";
        OWN.add(name);
        return folder.resolve(name);
    }

    /** Removes the temporary files in {@code folder} whose process is no more. What can't be removed stays. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".fangpin-*.tmp")) {
            for (Path file : files) {
                if (isStale(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // litter does no harm; a folder that can't be written gives its refusal when the result is begun
        }
    }

    private static boolean isStale(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        long process = Long.parseLong(matcher.group(1));
        if (process == PROCESS) {
            // in a container every run has the same process id
            return !OWN.contains(name);
        }
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }
}
