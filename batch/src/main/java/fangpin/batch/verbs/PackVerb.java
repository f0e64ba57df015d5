package fangpin.batch.verbs;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks after packs: check, show. */
@Command(name = "pack", description = "政策包：检查、查看 check and show policy packs", mixinStandardHelpOptions = true)
public final class PackVerb implements Callable<Integer> {
    private final Terminal terminal;

    private PackVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The verb with its own verbs. */
    public static CommandLine commands(Terminal terminal) {
        return new CommandLine(new PackVerb(terminal));
    }

    @Override
    public Integer call() {
        return terminal.refuse(VerbMessages.text("pack-what"));
    }
}
