package fangpin.bench;

import fangpin.kernel.benefit.BulkCompiler;
import fangpin.kernel.benefit.BulkRun;
import fangpin.kernel.benefit.Program;
import java.util.Arrays;

/** Columns in and out, and the running figures of every person in one array. */
final class BulkTable {
    final Bills bills;
    private final int[][] slots;
    private final long[] state;
    private final long[][] outputs;

    BulkTable(Program program, int persons, long seed) {
        int width = BulkCompiler.width(program, program.scopes().getFirst());
        this.bills = new Bills(persons, width, seed);
        this.slots = new int[][] {bills.slots};
        this.state = new long[persons * width];
        this.outputs = new long[3][bills.count];
    }

    /** Settles every bill of a fresh year. */
    long[][] run(BulkRun bulk) {
        Arrays.fill(state, 0);
        bulk.run(bills.columns, slots, state, outputs, 0, bills.count);
        return outputs;
    }
}
