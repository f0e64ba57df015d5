package fangpin.office;

import fangpin.kernel.Text;
import fangpin.office.terminal.BackupVerb;
import fangpin.office.terminal.Groups;
import fangpin.office.terminal.RecomputeVerb;
import fangpin.office.terminal.RestoreVerb;
import fangpin.office.terminal.Terminal;
import fangpin.office.terminal.UpVerb;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of the office. */
@Command(
        name = "fangpin",
        description = "防贫办公系统。 The office.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
public final class Main {
    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--lang", scope = ScopeType.INHERIT, description = "只用一种语言：zh 或 en。 One language only: zh or en.")
    void speak(Text.Language language) {
        terminal.speak(language);
    }

    /** The program. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), stream(FileDescriptor.out), stream(FileDescriptor.err));
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * Runs one verb.
     *
     * @return 0 done; not 0: nothing done, and {@code err} says why
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(out, err);
        CommandLine line = new CommandLine(new Main(terminal))
                .addSubcommand(new UpVerb(terminal))
                .addSubcommand(Groups.audit(terminal))
                .addSubcommand(Groups.ledger(terminal))
                .addSubcommand(new RecomputeVerb(terminal))
                .addSubcommand(Groups.keys(terminal))
                .addSubcommand(new BackupVerb(terminal))
                .addSubcommand(new RestoreVerb(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> terminal.usage(wrong))
                .setExecutionExceptionHandler((broken, command, parsed) -> terminal.broken(broken));
        if (arguments.isEmpty()) {
            line.usage(err);
            return Terminal.REFUSED;
        }
        return line.execute(arguments.toArray(String[]::new));
    }
}
