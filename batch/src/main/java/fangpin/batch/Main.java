package fangpin.batch;

import fangpin.batch.verbs.AllocateVerb;
import fangpin.batch.verbs.ClaimsVerb;
import fangpin.batch.verbs.ExplainVerb;
import fangpin.batch.verbs.GenerateVerb;
import fangpin.batch.verbs.PackVerb;
import fangpin.batch.verbs.PremiumVerb;
import fangpin.batch.verbs.SettleVerb;
import fangpin.batch.verbs.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "fangpin",
        description = "防贫：从政策条款到家庭手中的每一分钱。 From the sentence of a policy to the last fen in a family's hand.",
        mixinStandardHelpOptions = true,
        version = "fangpin 0.1.0",
        synopsisSubcommandLabel = "VERB")
public final class Main {
    private Main() {}

    /** The program. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = run(List.of(arguments), out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** The verb asked for; all of them if it is none: to take each apart takes a tenth of a second. */
    private static List<Object> verbs(String asked, Terminal terminal) {
        return switch (asked) {
            case "settle" -> List.of(new SettleVerb(terminal));
            case "claims" -> List.of(new ClaimsVerb(terminal));
            default ->
                List.of(
                        new SettleVerb(terminal),
                        new ClaimsVerb(terminal),
                        new ExplainVerb(terminal),
                        new AllocateVerb(terminal),
                        new PremiumVerb(terminal),
                        new GenerateVerb(terminal),
                        PackVerb.commands(terminal));
        };
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /**
     * Runs one verb.
     *
     * @return 0 done; 1 nothing done, with one clear line on {@code err}; 2 done, some or all rows rejected
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(out, err);
        CommandLine line = new CommandLine(new Main());
        verbs(arguments.isEmpty() ? "" : arguments.getFirst(), terminal).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, given) -> terminal.usage(wrong))
                .setExecutionExceptionHandler((broken, command, parsed) -> terminal.broken(broken));
        if (arguments.isEmpty()) {
            line.usage(err);
            return 1;
        }
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError full) {
            return terminal.outOfMemory();
        }
    }
}
