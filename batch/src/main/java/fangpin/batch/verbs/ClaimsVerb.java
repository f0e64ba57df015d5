package fangpin.batch.verbs;

import fangpin.kernel.policy.Product;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 裁定一批意外案件。 */
@Command(name = "claims", description = "裁定一批意外案件 decides a file of accident claims", mixinStandardHelpOptions = true)
public final class ClaimsVerb implements Callable<Integer> {
    @Mixin
    private final PackOptions packOptions = new PackOptions();

    @Mixin
    private final CaseFiles files = new CaseFiles();

    @Option(names = "--claims", required = true, paramLabel = "C", description = "意外案件 claims")
    private Path claims = Path.of("");

    private final Terminal terminal;

    public ClaimsVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return switch (packOptions.find(Product.CaseKind.CLAIM)) {
            case PackOptions.Found.Refused refused -> terminal.refuse(refused.message());
            case PackOptions.Found.Ready ready -> files.run(ready.pack(), ready.product(), claims, terminal);
        };
    }
}
