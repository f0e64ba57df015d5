package fangpin.office.terminal;

import fangpin.kernel.Text;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.Messages;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where a verb says what it does: in both languages, Chinese first, unless one was asked for. */
public final class Terminal {
    /** Nothing was done. */
    public static final int REFUSED = 1;

    private final PrintStream out;
    private final PrintStream err;
    private Optional<Text.Language> only = Optional.empty();

    /** A terminal that tells what is done on one stream and why nothing is done on the other. */
    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** From now on one language only. */
    public void speak(Text.Language language) {
        only = Optional.of(language);
    }

    /** One line, or one for each language where it is long. */
    public void say(Text text) {
        print(out, text);
    }

    private void print(PrintStream stream, Text text) {
        stream.println(only.map(text::in).orElseGet(() -> text.zh() + separator(text) + text.en()));
        stream.flush();
    }

    private static String separator(Text text) {
        boolean fitsOneLine = text.zh().length() + text.en().length() < 80;
        return fitsOneLine ? " " : System.lineSeparator();
    }

    /** Says why nothing was done. */
    public int refuse(RefusedException refused) {
        print(err, refused.refusal().text());
        return REFUSED;
    }

    /** Arguments that make no sense. */
    public int usage(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandName();
        print(err, Messages.text("usage", String.valueOf(wrong.getMessage()), command));
        return CommandLine.ExitCode.USAGE;
    }

    /** Broken code: one line, never a stack trace at a clerk; the whole is in the log. */
    public int broken(Exception fault) {
        LoggerFactory.getLogger(Terminal.class).error("broken", fault);
        print(err, Messages.text("broken", fault, System.getProperty("fangpin.log", "")));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Whether a person sits at it. */
    @SuppressWarnings("SystemConsoleNull") // what the method's own annotation says
    static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
