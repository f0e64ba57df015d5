package fangpin.office.terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Verbs of two words: {@code audit verify}, {@code keys rotate}. */
public final class Groups {
    private Groups() {}

    @Command(
            name = "audit",
            description = "审计。 The audit.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "VERB")
    private static final class AuditGroup {}

    @Command(
            name = "keys",
            description = "密钥。 Keys.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "VERB")
    private static final class KeysGroup {}

    @Command(
            name = "ledger",
            description = "账簿。 The books.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "VERB")
    private static final class LedgerGroup {}

    /** The verbs on the books. */
    public static CommandLine ledger(Terminal terminal) {
        return new CommandLine(new LedgerGroup()).addSubcommand(new LedgerVerb(terminal));
    }

    /** The verbs on the audit. */
    public static CommandLine audit(Terminal terminal) {
        return new CommandLine(new AuditGroup()).addSubcommand(new AuditVerb(terminal));
    }

    /** The verbs on the keys. */
    public static CommandLine keys(Terminal terminal) {
        return new CommandLine(new KeysGroup()).addSubcommand(new KeysVerb(terminal));
    }
}
