package fangpin.batch.verbs;

import fangpin.batch.cases.CaseSink;
import fangpin.batch.cases.CaseWatcher;
import fangpin.batch.cases.SettlementWatcher;
import fangpin.batch.table.RowBuffer;
import fangpin.batch.table.TableWriter;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.packs.explain.Explanations;
import fangpin.packs.explain.RejectedRow;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes what a run makes into the result files. */
final class FileSink implements CaseSink {
    private static final int REJECT_BYTES = 1 << 20;

    private final PolicyPack pack;
    private final Product product;
    private final TableWriter results;
    private final TableWriter rejects;
    private final @Nullable TableWriter explanations;
    private final RowBuffer rejectRows = new RowBuffer();

    FileSink(
            PolicyPack pack,
            Product product,
            TableWriter results,
            TableWriter rejects,
            @Nullable TableWriter explanations) {
        this.pack = pack;
        this.product = product;
        this.results = results;
        this.rejects = rejects;
        this.explanations = explanations;
    }

    /** Gathers the explanations of one partition. */
    private final class Lines implements CaseWatcher {
        private final StringBuilder text = new StringBuilder();
        private final SettlementWatcher settling = new SettlementWatcher(
                pack,
                product,
                settlement -> text.append(Explanations.json(pack, settlement)).append('\n'));

        @Override
        public void settle(CaseInput input, boolean accepted) {
            settling.settle(input, accepted);
        }
    }

    @Override
    public void results(RowBuffer rows, @Nullable CaseWatcher watcher) {
        results.writeRows(rows.bytes(), 0, rows.length());
        if (watcher instanceof Lines lines && explanations != null) {
            byte[] bytes = lines.text.toString().getBytes(StandardCharsets.UTF_8);
            explanations.writeRows(bytes, 0, bytes.length);
        }
    }

    @Override
    public void reject(RejectedRow row) {
        rejectRows.number(row.row());
        rejectRows.text(row.caseId());
        rejectRows.text(row.reason().word());
        rejectRows.text(row.column());
        rejectRows.text(row.value());
        rejectRows.text(Explanations.rejected(product, row, Text.Language.ZH) + " "
                + Explanations.rejected(product, row, Text.Language.EN));
        rejectRows.endRow();
        if (rejectRows.length() > REJECT_BYTES) {
            rejects.writeRows(rejectRows);
        }
    }

    /** Writes the last rejects. */
    void finish() {
        rejects.writeRows(rejectRows);
    }

    @Override
    public @Nullable CaseWatcher watcher() {
        return explanations == null ? null : new Lines();
    }
}
