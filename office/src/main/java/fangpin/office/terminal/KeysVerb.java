package fangpin.office.terminal;

import fangpin.office.access.CryptoSuite;
import fangpin.office.access.IndexRotation;
import fangpin.office.access.KeyRotation;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.SigningRotation;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * 更换密钥: seals all personal data anew with a new key; what was broken off is gone on with. With {@code --index} the key of exact search, with {@code
 * --signing} the one that signs messages.
 */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description =
                "更换加密密钥并重新加密全部敏感数据；中断后再次运行即可继续。 Makes a new key and seals all personal data anew; run again to go on.")
public final class KeysVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--crypto",
            defaultValue = "international",
            paramLabel = "SUITE",
            description =
                    "新密钥的算法：international（AES）或 national（国密 SM4）。 Algorithm of the new key: international or national.")
    private CryptoSuite suite = CryptoSuite.INTERNATIONAL;

    @Option(
            names = "--index",
            description =
                    "更换的是精确检索所用的密钥，并重算全部检索摘要；须先停止系统。 The key of exact search instead, with all its hashes; the office must be closed.")
    private boolean index;

    @Option(
            names = "--signing",
            description =
                    "更换的是签国家接口回复的 SM2 密钥；系统可以开着，片刻后即用新密钥。 The SM2 key that signs replies to national messages instead; the office may be open.")
    private boolean signing;

    /** A verb that prints to the terminal. */
    public KeysVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    private int index(Closing closing) throws RefusedException {
        DataFolder folder = closing.add(database.openFolder());
        OfficeDatabase office = closing.add(database.openDatabase(folder, terminal::say));
        office.migrate(terminal::say);
        terminal.say(Messages.text("index-rotated", IndexRotation.run(office.address(), folder.keys(), suite)));
        return 0;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            if (index) {
                return index(closing);
            }
            DataFolder folder = closing.add(database.openFolderOrBeside());
            if (signing) {
                MessageSigning.Key made = SigningRotation.run(folder.keys(), suite);
                terminal.say(Messages.text(
                        "signing-rotated", made.number(), made.publicKey().grouped()));
                return 0;
            }
            OfficeDatabase office = closing.add(database.openDatabaseOrBeside(folder, terminal::say));
            KeyRotation.Done done = KeyRotation.run(office.address(), folder.keys(), folder.attachments(), suite);
            terminal.say(Messages.text("keys-rotated", done.keyId(), done.values(), done.files()));
            return 0;
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }
}
