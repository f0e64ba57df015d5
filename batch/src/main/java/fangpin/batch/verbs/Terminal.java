package fangpin.batch.verbs;

import fangpin.batch.cases.Progress;
import fangpin.kernel.Text;
import java.io.Console;
import java.io.PrintStream;
import picocli.CommandLine;

/** Where a verb prints: results to {@code out}, messages to {@code err}, Chinese first. */
public final class Terminal {
    static final int DONE = 0;
    static final int NOTHING_DONE = 1;
    static final int SOME_REJECTED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    PrintStream out() {
        return out;
    }

    /** One line in both languages. */
    void say(Text text) {
        err.println(oneLine(text));
    }

    /** Says why nothing was done. */
    int refuse(Text text) {
        say(text);
        return NOTHING_DONE;
    }

    private static String oneLine(Text text) {
        return (text.zh() + " " + text.en()).replace('\n', ' ').replace('\r', ' ');
    }

    /** Progress, where somebody sits and watches. */
    @SuppressWarnings("SystemConsoleNull") // what the method's own annotation says
    Progress progress() {
        Console console = System.console();
        boolean watched = console != null && console.isTerminal();
        return watched ? Progress.on(err) : Progress.silent();
    }

    /** Arguments that make no sense. */
    public int usage(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String what = String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
        return refuse(VerbMessages.text("usage", what, command));
    }

    /** Broken code: one line, never a stack trace at a clerk. */
    public int broken(Exception fault) {
        return refuse(
                VerbMessages.text("broken", fault.getClass().getSimpleName(), String.valueOf(fault.getMessage())));
    }

    /** More rows of one person than the memory holds. */
    public int outOfMemory() {
        return refuse(VerbMessages.text("out-of-memory"));
    }
}
