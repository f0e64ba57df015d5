package fangpin.batch.verbs;

import fangpin.kernel.policy.Product;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 结算一批住院账单。 */
@Command(name = "settle", description = "结算一批住院账单 settles a file of bills", mixinStandardHelpOptions = true)
public final class SettleVerb implements Callable<Integer> {
    @Mixin
    private final PackOptions packOptions = new PackOptions();

    @Mixin
    private final CaseFiles files = new CaseFiles();

    @Option(names = "--bills", required = true, paramLabel = "B", description = "住院账单 bills")
    private Path bills = Path.of("");

    private final Terminal terminal;

    public SettleVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return switch (packOptions.find(Product.CaseKind.BILL)) {
            case PackOptions.Found.Refused refused -> terminal.refuse(refused.message());
            case PackOptions.Found.Ready ready -> files.run(ready.pack(), ready.product(), bills, terminal);
        };
    }
}
