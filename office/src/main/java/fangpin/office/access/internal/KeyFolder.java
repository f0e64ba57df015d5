package fangpin.office.access.internal;

import fangpin.office.access.CryptoSuite;
import fangpin.office.access.KeysRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 密钥文件夹: {@code seal-N.key} seal fields, the highest N new ones; {@code index.key} hashes for search (see {@link
 * IndexKeys}); {@code audit.key} hashes the audit; {@code sign-N.key} sign messages, the highest N new ones. Keys are never removed, for old backups
 * need them.
 */
public final class KeyFolder {
    private static final Pattern SEAL = Pattern.compile("seal-([0-9]{1,5})\\.key");
    private static final Pattern SIGN = Pattern.compile("sign-([0-9]{1,5})\\.key");
    private static final int MOST_KEYS = 65_535;

    private final Path folder;
    private final SecretKey index;
    private final SecretKey audit;
    private volatile NavigableMap<Integer, SecretKey> seals;
    private volatile NavigableMap<Integer, SecretKey> signings;

    private KeyFolder(Path folder) {
        this.folder = folder;
        index = SecretKeyFile.read(folder.resolve("index.key"), 0);
        audit = SecretKeyFile.read(folder.resolve("audit.key"), 0);
        seals = readSeals(folder);
        signings = read(folder, SIGN);
    }

    /** Opens the folder; makes all keys when it is not there or empty. A folder with some keys missing is refused. */
    public static synchronized KeyFolder openOrMake(Path folder, CryptoSuite suite) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (keyFiles(folder).isEmpty()) {
                SecretKeyFile.make(folder.resolve("index.key"), 0, KeyAlgorithm.hashing(suite));
                SecretKeyFile.make(folder.resolve("audit.key"), 0, KeyAlgorithm.hashing(suite));
                SecretKeyFile.make(folder.resolve("seal-1.key"), 1, KeyAlgorithm.sealing(suite));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return open(folder);
    }

    /** Opens a folder that is there; one with some keys missing is refused. */
    public static KeyFolder open(Path folder) {
        for (String needed : List.of("index.key", "audit.key")) {
            if (!Files.exists(folder.resolve(needed))) {
                throw new KeysRefusedException("缺少密钥文件，请从备份恢复：a key file is missing, restore it: " + needed);
            }
        }
        return new KeyFolder(folder);
    }

    /** The key that seals new values. */
    public SecretKey newest() {
        return seals.lastEntry().getValue();
    }

    /** The key of that id; one that another process made meanwhile is found too. */
    @Nullable
    SecretKey seal(int id) {
        SecretKey key = seals.get(id);
        if (key == null && Files.exists(folder.resolve("seal-" + id + ".key"))) {
            reread();
            key = seals.get(id);
        }
        return key;
    }

    /** All sealing keys by id. */
    Map<Integer, SecretKey> seals() {
        return seals;
    }

    /** The key of the hashes that searches use. */
    public SecretKey indexKey() {
        return index;
    }

    /** The first of these keys; it stays when another takes its place. */
    public SecretKey firstIndexKey() {
        return IndexKeys.first(folder);
    }

    /** The key of the audit's hashes. */
    public SecretKey auditKey() {
        return audit;
    }

    /** Where the keys lie. */
    public Path folder() {
        return folder;
    }

    /** Looks for keys that another process made. */
    public void reread() {
        seals = readSeals(folder);
        signings = read(folder, SIGN);
    }

    /** The keys that sign messages, by number; none until the first is made. */
    NavigableMap<Integer, SecretKey> signings() {
        return signings;
    }

    /** The first key that signs messages, made now when there is none. */
    synchronized SecretKey firstSigning() {
        reread();
        return signings.isEmpty() ? addSigning() : signings.firstEntry().getValue();
    }

    /** Makes a new key that signs messages from now on. */
    public synchronized SecretKey addSigning() {
        reread();
        int id = signings.isEmpty() ? 1 : signings.lastKey() + 1;
        if (id > MOST_KEYS) {
            throw new KeysRefusedException("no more than " + MOST_KEYS + " signing keys");
        }
        SecretKeyFile.make(folder.resolve("sign-" + id + ".key"), id, KeyAlgorithm.SM2_SM3);
        reread();
        return signings.lastEntry().getValue();
    }

    /** Makes a new key that seals from now on. */
    public synchronized SecretKey addSeal(CryptoSuite suite) {
        reread();
        int id = newest().id() + 1;
        if (id > MOST_KEYS) {
            throw new KeysRefusedException("no more than " + MOST_KEYS + " sealing keys");
        }
        SecretKeyFile.make(folder.resolve("seal-" + id + ".key"), id, KeyAlgorithm.sealing(suite));
        reread();
        return newest();
    }

    private static NavigableMap<Integer, SecretKey> readSeals(Path folder) {
        NavigableMap<Integer, SecretKey> found = read(folder, SEAL);
        if (found.isEmpty()) {
            throw new KeysRefusedException("缺少加密密钥，请从备份恢复：no sealing key, restore it: " + folder);
        }
        return found;
    }

    private static NavigableMap<Integer, SecretKey> read(Path folder, Pattern wanted) {
        NavigableMap<Integer, SecretKey> found = new TreeMap<>();
        for (Path file : keyFiles(folder)) {
            Matcher name = wanted.matcher(file.getFileName().toString());
            if (name.matches()) {
                int id = Integer.parseInt(name.group(1));
                found.put(id, SecretKeyFile.read(file, id));
            }
        }
        return found;
    }

    private static List<Path> keyFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".key")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
