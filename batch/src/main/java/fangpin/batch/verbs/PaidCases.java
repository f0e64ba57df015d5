package fangpin.batch.verbs;

import fangpin.batch.cases.CaseOutcome;
import fangpin.batch.cases.CaseRun;
import fangpin.batch.cases.CaseSink;
import fangpin.batch.cases.CaseWatcher;
import fangpin.batch.cases.Progress;
import fangpin.batch.cases.SettlementWatcher;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.packs.explain.RejectedRow;
import fangpin.tables.RowBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one pack's product pays for each case of a file, kept in memory: for comparing, not for settling. */
final class PaidCases implements CaseSink {
    private final PolicyPack pack;
    private final Product product;
    private final Map<String, Payment> payments = new HashMap<>();

    private PaidCases(PolicyPack pack, Product product) {
        this.pack = pack;
        this.product = product;
    }

    /** How working through the file went. */
    sealed interface Outcome {}

    /** What was paid, by case id. */
    record Paid(Map<String, Payment> payments, long rejected) implements Outcome {}

    /** Nothing was worked. */
    record Refused(Text message) implements Outcome {}

    /** A payment for one case, in fen. */
    record Payment(String personId, long paidFen) {}

    /** Works through a file; nothing is written. */
    static Outcome of(PolicyPack pack, Product product, Path members, Path cases, Terminal terminal) {
        PaidCases sink = new PaidCases(pack, product);
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (Progress progress = terminal.progress()) {
            return switch (new CaseRun(product, members, cases, folder, sink, null, progress).run()) {
                case CaseOutcome.Refused refused -> new Refused(refused.message());
                case CaseOutcome.Done done -> new Paid(sink.payments, done.rejected());
            };
        }
    }

    private final class Gathered implements CaseWatcher {
        private final List<Map.Entry<String, Payment>> paid = new ArrayList<>();
        private final SettlementWatcher settling = new SettlementWatcher(
                pack,
                product,
                settlement -> paid.add(Map.entry(
                        settlement.input().caseId(),
                        new Payment(
                                settlement.input().personId(), settlement.paid().amount()))));

        @Override
        public void settle(CaseInput input, boolean accepted) {
            settling.settle(input, accepted);
        }
    }

    @Override
    public void results(RowBuffer rows, @Nullable CaseWatcher watcher) {
        if (watcher instanceof Gathered gathered) {
            gathered.paid.forEach(one -> payments.put(one.getKey(), one.getValue()));
            gathered.paid.clear();
        }
    }

    @Override
    public void reject(RejectedRow row) {}

    @Override
    public CaseWatcher watcher() {
        return new Gathered();
    }
}
