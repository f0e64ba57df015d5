package fangpin.office.terminal;

import fangpin.office.database.Backup;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 备份: saves the office's data into one file, also while the office is at work. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "把全部数据备份到一个文件，系统可照常运行。 Saves all data into one file; the office may go on working.")
public final class BackupVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "备份文件，不能已存在。 The backup; must not exist yet.")
    private Path file = Path.of("");

    @Option(
            names = "--with-keys",
            paramLabel = "FILE",
            description = "另将加密密钥存入此文件，须与备份分开存放。 Saves the keys to encrypted data into this file too; keep it apart.")
    private @Nullable Path keys;

    /** A verb that prints to the terminal. */
    public BackupVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            DataFolder folder = closing.add(database.openFolderOrBeside());
            OfficeDatabase office = closing.add(database.openDatabaseOrBeside(folder, terminal::say));
            Backup.Extent saved = Backup.write(office.address(), folder, file, terminal::say);
            terminal.say(Messages.text("backup-done", file, saved.tables(), saved.rows(), saved.state()));
            if (keys == null) {
                terminal.say(Messages.text("backup-keys-apart"));
            } else {
                Backup.writeKeys(folder, keys);
                terminal.say(Messages.text("backup-keys-done", keys));
            }
            return 0;
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }
}
