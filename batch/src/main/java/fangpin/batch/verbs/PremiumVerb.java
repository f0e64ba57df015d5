package fangpin.batch.verbs;

import fangpin.batch.funds.FundTables;
import fangpin.batch.funds.HeadcountsFile;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.Headcounts;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumDue.Surplus;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.tables.RowBuffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 核算保费及出资。 */
@Command(name = "premium", description = "核算应缴保费和出资方 premium due and who pays it", mixinStandardHelpOptions = true)
public final class PremiumVerb implements Callable<Integer> {
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,2})?");

    @Mixin
    private final FundOptions options = new FundOptions();

    @Option(names = "--carry-over", paramLabel = "X", description = "上年结余，元 last year's surplus, yuan")
    private String carryOver = "0";

    private final Terminal terminal;

    public PremiumVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!YUAN.matcher(carryOver).matches()) {
            return terminal.refuse(VerbMessages.text("carry-over", carryOver));
        }
        return switch (options.load()) {
            case PackOptions.Loading.Refused refused -> terminal.refuse(refused.message());
            case PackOptions.Loading.Ready ready -> premium(ready.pack());
        };
    }

    private int premium(PolicyPack pack) {
        PremiumFunding funding = pack.funds().premium();
        if (funding == null) {
            return terminal.refuse(pack.funds().withheld().stream()
                    .flatMap(one -> FundOptions.withheld(pack, one.id()).stream())
                    .reduce((first, last) -> last)
                    .orElseGet(() -> VerbMessages.text("no-premium-funding", pack.id())));
        }
        return switch (options.headcounts(pack, funding.divisions())) {
            case HeadcountsFile.Refused refused -> terminal.refuse(refused.message());
            case HeadcountsFile.Read read -> premium(funding, read.headcounts());
        };
    }

    private int premium(PremiumFunding funding, Headcounts headcounts) {
        if (headcounts.isEmpty()) {
            return write(
                    new RowBuffer(),
                    VerbMessages.text("funds-nothing", options.headcounts.toString(), options.out.toString()));
        }
        Fen surplus = new Fen(new BigDecimal(carryOver).movePointRight(2).longValueExact());
        return switch (funding.due(headcounts, surplus)) {
            case FundRefusal refusal ->
                terminal.refuse(VerbMessages.text("funds-refused", options.headcounts.toString(), refusal.message()));
            case PremiumDue due -> {
                RowBuffer rows = new RowBuffer();
                FundTables.write(due, rows);
                yield write(rows, done(due));
            }
        };
    }

    private int write(RowBuffer rows, Text done) {
        return FundOptions.write(
                List.of(new FundOptions.Result(options.out, FundTables.premium(), rows)), done, terminal);
    }

    private Text done(PremiumDue due) {
        return VerbMessages.text(
                "premium",
                due.divisions().size(),
                total(due, LineDue::premium),
                total(due, LineDue::carriedOver),
                total(due, LineDue::due),
                due.divisions().stream()
                        .flatMap(division -> division.surpluses().stream())
                        .map(Surplus::amount)
                        .reduce(Fen.ZERO, Fen::plus)
                        .readable(),
                options.out.toString());
    }

    private static String total(PremiumDue due, Function<LineDue, Fen> of) {
        return due.divisions().stream()
                .map(DivisionPremium::lines)
                .flatMap(List::stream)
                .map(of)
                .reduce(Fen.ZERO, Fen::plus)
                .readable();
    }
}
