package fangpin.office.terminal;

import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import fangpin.office.settlement.YearAccounts;
import fangpin.office.settlement.YearCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 年度账户复算: 0 when every year account is what its bills give, 1 when one is not. */
@Command(
        name = "recompute",
        mixinStandardHelpOptions = true,
        description = "复算每个人的年度账户，与已作的结算决定比对。 Works every year account out anew and compares it with what was decided.")
public final class RecomputeVerb implements Callable<Integer> {
    private static final int MOST_SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    /** A verb that prints to the terminal. */
    public RecomputeVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            DataFolder folder = closing.add(database.openFolderOrBeside());
            OfficeDatabase office = closing.add(database.openDatabaseOrBeside(folder, terminal::say));
            return told(YearCheck.run(office.address(), folder.keys()));
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }

    private int told(YearAccounts.Recomputation found) {
        for (YearAccounts.Disagreement one :
                found.disagreements().stream().limit(MOST_SHOWN).toList()) {
            terminal.say(Messages.text("year-differs", one.billId(), one.paidFen(), one.recomputedFen()));
        }
        boolean sound = found.disagreements().isEmpty();
        terminal.say(Messages.text(
                sound ? "year-sound" : "year-unsound",
                found.accounts(),
                found.bills(),
                found.disagreements().size()));
        return sound ? 0 : Terminal.REFUSED;
    }
}
