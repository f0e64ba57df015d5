package fangpin.batch.verbs;

import fangpin.batch.cases.CaseSink;
import fangpin.batch.cases.CaseWatcher;
import fangpin.batch.cases.SettlementWatcher;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.packs.explain.Explanations;
import fangpin.packs.explain.RejectedRow;
import fangpin.tables.RowBuffer;
import fangpin.tables.TableWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes what a run makes into the result files. */
final class FileSink implements CaseSink {
    private static final int REJECT_BYTES = 1 << 20;
    private static final int EXPLANATION_BYTES = 16 << 20;

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

    /** Gathers explanations until they are written. */
    private final class Lines implements CaseWatcher {
        private final SettlementWatcher settling = new SettlementWatcher(pack, product, this::add);
        private byte[] text = new byte[1 << 20];
        private int length;

        private void add(Settlement settlement) {
            byte[] line = (Explanations.json(pack, settlement) + "\n").getBytes(StandardCharsets.UTF_8);
            if (text.length - length < line.length) {
                text = Arrays.copyOf(text, 2 * text.length + line.length);
            }
            System.arraycopy(line, 0, text, length, line.length);
            length += line.length;
        }

        @Override
        public void settle(CaseInput input, boolean accepted) {
            settling.settle(input, accepted);
        }

        @Override
        public boolean isFull() {
            return length > EXPLANATION_BYTES;
        }

        private void write(TableWriter explanations) {
            explanations.writeRows(text, 0, length);
            length = 0;
        }
    }

    @Override
    public void results(RowBuffer rows, @Nullable CaseWatcher watcher) {
        results.writeRows(rows.bytes(), 0, rows.length());
        if (watcher instanceof Lines lines && explanations != null) {
            lines.write(explanations);
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
