package fangpin.batch.verbs;

import fangpin.batch.cases.CaseOutcome;
import fangpin.batch.cases.CaseRun;
import fangpin.batch.cases.CaseSearch;
import fangpin.batch.cases.CaseSink;
import fangpin.batch.cases.CaseWatcher;
import fangpin.batch.cases.Focus;
import fangpin.batch.cases.Progress;
import fangpin.batch.cases.SettlementWatcher;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import fangpin.packs.explain.Explanations;
import fangpin.packs.explain.RejectedRow;
import fangpin.tables.RowBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why one row was paid, or rejected, as it was. */
@Command(
        name = "explain",
        description = "说明一行为何这样支付或被拒 why one row was paid, or rejected, as it was",
        mixinStandardHelpOptions = true)
public final class ExplainVerb implements Callable<Integer> {
    @Mixin
    private final PackOptions packOptions = new PackOptions();

    @Option(names = "--members", required = true, paramLabel = "M", description = "人员名单 members")
    private Path members = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--as", paramLabel = "person|clerk|json", description = "给谁看 for whom")
    private Audience audience = Audience.CLERK;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 language")
    private Text.Language language = Text.Language.ZH;

    private final Terminal terminal;

    public ExplainVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    enum Audience {
        PERSON,
        CLERK,
        JSON
    }

    private static final class Which {
        @ArgGroup(exclusive = false)
        @Nullable
        Bill bill;

        @ArgGroup(exclusive = false)
        @Nullable
        Claim claim;
    }

    private static final class Bill {
        @Option(names = "--bills", required = true, paramLabel = "B", description = "住院账单 bills")
        Path bills = Path.of("");

        @Option(names = "--bill", required = true, paramLabel = "ID", description = "账单号 bill id")
        String id = "";
    }

    private static final class Claim {
        @Option(names = "--claims", required = true, paramLabel = "C", description = "意外案件 claims")
        Path claims = Path.of("");

        @Option(names = "--claim", required = true, paramLabel = "ID", description = "案件号 claim id")
        String id = "";
    }

    @Override
    public Integer call() {
        Bill bill = which.bill;
        Claim claim = which.claim;
        if (bill != null) {
            return explain(Product.CaseKind.BILL, bill.bills, bill.id);
        }
        return claim == null ? Terminal.NOTHING_DONE : explain(Product.CaseKind.CLAIM, claim.claims, claim.id);
    }

    private int explain(Product.CaseKind kind, Path cases, String id) {
        return switch (packOptions.find(kind)) {
            case PackOptions.Found.Refused refused -> terminal.refuse(refused.message());
            case PackOptions.Found.Ready ready -> explain(ready.pack(), ready.product(), cases, id);
        };
    }

    private int explain(PolicyPack pack, Product product, Path cases, String id) {
        return switch (CaseSearch.persons(product, cases, id)) {
            case CaseSearch.Refused refused -> terminal.refuse(refused.message());
            case CaseSearch.Found found ->
                found.rows() == 0
                        ? terminal.refuse(VerbMessages.text("no-such-case", id, cases.toString()))
                        : run(pack, product, cases, focus(product, id, found), id);
        };
    }

    /** A case whose running figures are a household's depends on persons whom only the whole file names. */
    private static @Nullable Focus focus(Product product, String id, CaseSearch.Found found) {
        return product.accountColumn().isPresent() ? null : new Focus(id, found.persons());
    }

    /** Gathers what concerns the one case. */
    private static final class One implements CaseSink {
        final List<Settlement> settlements = new ArrayList<>();
        final List<RejectedRow> rejected = new ArrayList<>();
        private final PolicyPack pack;
        private final Product product;
        private final String id;

        One(PolicyPack pack, Product product, String id) {
            this.pack = pack;
            this.product = product;
            this.id = id;
        }

        @Override
        public void results(RowBuffer rows, @Nullable CaseWatcher watcher) {}

        @Override
        public void reject(RejectedRow row) {
            if (row.caseId().equals(id)) {
                rejected.add(row);
            }
        }

        @Override
        public CaseWatcher watcher() {
            return new SettlementWatcher(pack, product, this::settled);
        }

        private synchronized void settled(Settlement settlement) {
            if (settlement.input().caseId().equals(id)) {
                settlements.add(settlement);
            }
        }
    }

    private int run(PolicyPack pack, Product product, Path cases, @Nullable Focus focus, String id) {
        One one = new One(pack, product, id);
        try (Progress progress = terminal.progress()) {
            CaseOutcome outcome = new CaseRun(
                            product,
                            members,
                            cases,
                            Path.of(System.getProperty("java.io.tmpdir")),
                            one,
                            focus,
                            progress)
                    .run();
            return switch (outcome) {
                case CaseOutcome.Refused refused -> terminal.refuse(refused.message());
                case CaseOutcome.Done done -> print(pack, one);
            };
        }
    }

    private int print(PolicyPack pack, One one) {
        for (Settlement settlement : one.settlements) {
            terminal.out()
                    .println(
                            switch (audience) {
                                case PERSON -> Explanations.person(pack, settlement, language);
                                case CLERK -> Explanations.clerk(pack, settlement, language);
                                case JSON -> Explanations.json(pack, settlement);
                            });
        }
        for (RejectedRow row : one.rejected) {
            terminal.out()
                    .println(
                            switch (audience) {
                                case PERSON -> Explanations.rejectedPerson(one.product, row, language);
                                case CLERK -> rejectedLine(one.product, row);
                                case JSON -> Explanations.rejectedJson(one.product, row);
                            });
        }
        return one.rejected.isEmpty() ? Terminal.DONE : Terminal.SOME_REJECTED;
    }

    private String rejectedLine(Product product, RejectedRow row) {
        Text line = new Text(
                Explanations.rejected(product, row, Text.Language.ZH),
                Explanations.rejected(product, row, Text.Language.EN));
        return VerbMessages.text(
                        "rejected", Long.toString(row.row()), row.reason().word(), line)
                .in(language);
    }
}
