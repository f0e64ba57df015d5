package fangpin.office.terminal;

import fangpin.office.access.AuditCheck;
import fangpin.office.access.AuditFinding;
import fangpin.office.access.AuditReport;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 审计核验: 0 when the audit is sound, 1 when it is not. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "核验审计记录是否被改动、缺失、截断。 Verifies that nothing of the audit was altered, taken out or cut off.")
public final class AuditVerb implements Callable<Integer> {
    private static final int MOST_SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    /** A verb that prints to the terminal. */
    public AuditVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Closing closing = Closing.atExit(() -> {});
        try {
            DataFolder folder = closing.add(database.openFolderOrBeside());
            OfficeDatabase office = closing.add(database.openDatabaseOrBeside(folder, terminal::say));
            return told(AuditCheck.run(
                    office.address(),
                    folder.keys(),
                    folder.path().resolve("audit").resolve("head")));
        } catch (RefusedException refused) {
            return terminal.refuse(refused);
        } finally {
            closing.closeAll();
        }
    }

    private int told(AuditReport report) {
        for (AuditFinding finding : report.findings().stream().limit(MOST_SHOWN).toList()) {
            String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            terminal.say(Messages.text("audit-" + kind, finding.number()));
        }
        terminal.say(Messages.text(
                report.sound() ? "audit-sound" : "audit-unsound",
                report.sealed(),
                report.unsealed(),
                report.findingCount()));
        return report.sound() ? 0 : Terminal.REFUSED;
    }
}
