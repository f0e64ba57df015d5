package fangpin.batch.verbs;

import fangpin.batch.funds.FundTables;
import fangpin.batch.funds.HeadcountsFile;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundLevel;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.Headcounts;
import fangpin.kernel.allocation.Tilt;
import fangpin.kernel.policy.PolicyPack;
import fangpin.tables.RowBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 按方案分配资金。 */
@Command(name = "allocate", description = "按方案分配资金 splits funds by the pack's formula", mixinStandardHelpOptions = true)
public final class AllocateVerb implements Callable<Integer> {
    @Mixin
    private final FundOptions options = new FundOptions();

    @Option(names = "--scheme", required = true, paramLabel = "S", description = "资金分配方案 scheme of the pack")
    private String scheme = "";

    @Option(names = "--explain", paramLabel = "E", description = "逐项说明 a table with the reason of each share")
    private @Nullable Path explain;

    private final Terminal terminal;

    public AllocateVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return switch (options.load()) {
            case PackOptions.Loading.Refused refused -> terminal.refuse(refused.message());
            case PackOptions.Loading.Ready ready -> allocate(ready.pack());
        };
    }

    private int allocate(PolicyPack pack) {
        Optional<AllocationScheme> found = pack.funds().scheme(scheme);
        if (found.isEmpty()) {
            return terminal.refuse(FundOptions.withheld(pack, scheme).orElseGet(() -> noScheme(pack)));
        }
        return switch (options.headcounts(pack, found.get().divisions())) {
            case HeadcountsFile.Refused refused -> terminal.refuse(refused.message());
            case HeadcountsFile.Read read -> allocate(found.get(), read.headcounts());
        };
    }

    private Text noScheme(PolicyPack pack) {
        String known = pack.funds().schemes().stream().map(AllocationScheme::id).collect(Collectors.joining(", "));
        return known.isEmpty()
                ? VerbMessages.text("no-schemes", pack.id(), scheme)
                : VerbMessages.text("no-scheme", pack.id(), scheme, known);
    }

    private int allocate(AllocationScheme found, Headcounts headcounts) {
        if (headcounts.isEmpty()) {
            return write(new RowBuffer(), new RowBuffer(), nothing());
        }
        return switch (found.allocate(headcounts)) {
            case FundRefusal refusal -> terminal.refuse(refused(refusal));
            case Allocation allocation -> {
                RowBuffer amounts = new RowBuffer();
                FundTables.write(allocation, amounts);
                RowBuffer shares = new RowBuffer();
                FundTables.writeShares(allocation, shares);
                yield write(amounts, shares, done(allocation));
            }
        };
    }

    private int write(RowBuffer amounts, RowBuffer shares, Text done) {
        List<FundOptions.Result> results = new ArrayList<>();
        results.add(new FundOptions.Result(options.out, FundTables.allocation(), amounts));
        if (explain != null) {
            results.add(new FundOptions.Result(explain, FundTables.shares(), shares));
        }
        return FundOptions.write(results, done, terminal);
    }

    private Text refused(FundRefusal refusal) {
        return VerbMessages.text("funds-refused", options.headcounts.toString(), refusal.message());
    }

    private Text nothing() {
        return VerbMessages.text("funds-nothing", options.headcounts.toString(), options.out.toString());
    }

    private Text done(Allocation allocation) {
        Text tilt = allocation
                .tilt()
                .map(share -> tilt(allocation, share.percent()))
                .orElse(new Text("", ""));
        return VerbMessages.text(
                "allocated",
                allocation.scheme().items().size(),
                allocation.scheme().divisions().size(),
                total(allocation, FundLevel::fromAbove),
                total(allocation, level -> !level.fromAbove()),
                tilt,
                options.out.toString());
    }

    private static Text tilt(Allocation allocation, String percent) {
        Tilt tilt = Optional.ofNullable(allocation.scheme().tilt()).orElseThrow();
        return VerbMessages.text("tilt", String.join(", ", tilt.divisions()), percent, tilt.clause(), tilt.about());
    }

    private static String total(Allocation allocation, java.util.function.Predicate<FundLevel> which) {
        return allocation
                .total(Stream.of(FundLevel.values()).filter(which).toList())
                .readable();
    }
}
