package fangpin.office.terminal;

import fangpin.office.access.AuditCheck;
import fangpin.office.access.AuditFinding;
import fangpin.office.access.AuditReport;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--accept-restored",
            description =
                    "从备份恢复后用：核对无其他异常时，以恢复后的链尾为准，并记入审计。 After a restore: takes the chain's end as it is now, unless anything else is wrong.")
    private boolean acceptRestored;

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
            Path head = folder.path().resolve("audit").resolve("head");
            return told(
                    acceptRestored
                            ? AuditCheck.acceptRestored(office.address(), folder.keys(), head)
                            : AuditCheck.run(office.address(), folder.keys(), head));
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
