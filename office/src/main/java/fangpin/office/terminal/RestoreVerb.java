package fangpin.office.terminal;

import fangpin.office.database.Backup;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.Restore;
import fangpin.office.database.internal.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 恢复: puts a backup into an empty data folder or database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "把备份恢复到空的数据文件夹或数据库。 Puts a backup into an empty data folder or database.")
public final class RestoreVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "备份文件。 The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "备份时用 --with-keys 另存的密钥文件。 The keys that backup --with-keys saved.")
    private @Nullable Path keys;

    /** A verb that prints to the terminal. */
    public RestoreVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            DataFolder folder = closing.add(database.openFolder());
            OfficeDatabase office = closing.add(database.openDatabase(folder, terminal::say));
            Backup.Extent restored =
                    Restore.read(file, Optional.ofNullable(keys), office.address(), folder, terminal::say);
            terminal.say(Messages.text("restore-done", file, restored.tables(), restored.rows()));
            if (keys == null) {
                terminal.say(Messages.text("restore-keys", folder.keys()));
            }
            return 0;
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }
}
