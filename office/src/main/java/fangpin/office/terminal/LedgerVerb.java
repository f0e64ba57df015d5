package fangpin.office.terminal;

import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import fangpin.office.fund.Books;
import fangpin.office.fund.LedgerCheck;
import fangpin.office.supervision.FundIntegrity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 账实核对: 0 when the books agree, 1 when they do not. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "账实核对：余额、占用、借贷、凭证指纹、审计，专项资金收支平衡。 Checks that balances, reserves, sums, fingerprints, the audit and the special funds agree.")
public final class LedgerVerb implements Callable<Integer> {
    private static final int MOST_SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    /** A verb that prints to the terminal. */
    public LedgerVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            DataFolder folder = closing.add(database.openFolderOrBeside());
            OfficeDatabase office = closing.add(database.openDatabaseOrBeside(folder, terminal::say));
            List<Books.Fault> faults = new ArrayList<>(LedgerCheck.run(office.address()));
            faults.addAll(FundIntegrity.run(office.address()));
            return told(faults);
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }

    private int told(List<Books.Fault> faults) {
        for (Books.Fault fault : faults.stream().limit(MOST_SHOWN).toList()) {
            terminal.say(Messages.text("ledger-" + fault.kind(), fault.id(), fault.written(), fault.found()));
        }
        terminal.say(Messages.text(faults.isEmpty() ? "ledger-sound" : "ledger-unsound", faults.size()));
        return faults.isEmpty() ? 0 : Terminal.REFUSED;
    }
}
