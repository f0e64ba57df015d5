package fangpin.batch.cases;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.packs.LoadResult;
import fangpin.packs.explain.RejectedRow;
import fangpin.packs.load.Packs;
import fangpin.tables.RowBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run made, in memory.
 *
 * @param rows result rows as they would be written
 * @param explained what the explaining executor says of each case, if it was asked
 */
record Gathered(CaseOutcome outcome, String rows, List<RejectedRow> rejects, List<String> explained) {

    /** A pack's product, with readings taken otherwise. */
    record Chosen(PolicyPack pack, Product product) {
        static Chosen of(String product, Map<String, String> readings) {
            return switch (Packs.load("weihai-2020", readings, null)) {
                case LoadResult.Loaded loaded ->
                    new Chosen(loaded.pack(), loaded.pack().product(product).orElseThrow());
                case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
            };
        }
    }

    private static final class Sink implements CaseSink {
        private final Chosen chosen;
        private final boolean explaining;
        private final StringBuilder rows = new StringBuilder();
        private final List<RejectedRow> rejects = new ArrayList<>();
        private final List<String> explained = new ArrayList<>();

        Sink(Chosen chosen, boolean explaining) {
            this.chosen = chosen;
            this.explaining = explaining;
        }

        @Override
        public void results(RowBuffer out, @Nullable CaseWatcher watcher) {
            rows.append(new String(out.bytes(), 0, out.length(), StandardCharsets.UTF_8));
        }

        @Override
        public void reject(RejectedRow row) {
            rejects.add(row);
        }

        @Override
        public @Nullable CaseWatcher watcher() {
            return explaining
                    ? new SettlementWatcher(chosen.pack(), chosen.product(), settlement -> {
                        synchronized (this) {
                            explained.add(settlement.input().caseId() + " " + settlement.paid() + " "
                                    + settlement.yearPaid());
                        }
                    })
                    : null;
        }
    }

    /** Runs files through a product, with so much room. */
    static Gathered of(Chosen chosen, Path members, Path cases, Room room, boolean explaining) {
        Sink sink = new Sink(chosen, explaining);
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        CaseOutcome outcome =
                new CaseRun(chosen.product(), members, cases, folder, sink, null, Progress.silent(), room).run();
        return new Gathered(
                outcome,
                sink.rows.toString(),
                sink.rejects,
                sink.explained.stream().sorted().toList());
    }

    /** What was spilt is no result. */
    Gathered withoutSpill() {
        return switch (outcome) {
            case CaseOutcome.Done done ->
                new Gathered(new CaseOutcome.Done(done.accepted(), done.rejected(), 0), rows, rejects, explained);
            case CaseOutcome.Refused refused -> this;
        };
    }

    /** The rows in the order of their bytes: another number of partitions writes them in another order. */
    Gathered sorted() {
        return new Gathered(outcome, String.join("\n", rows.lines().sorted().toList()), rejects, explained);
    }

    long spilt() {
        return outcome instanceof CaseOutcome.Done done ? done.temporaryBytes() : 0;
    }

    Text refusal() {
        return switch (outcome) {
            case CaseOutcome.Refused refused -> refused.message();
            case CaseOutcome.Done done -> new Text("", "");
        };
    }
}
