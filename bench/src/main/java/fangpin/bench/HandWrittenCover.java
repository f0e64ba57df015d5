package fangpin.bench;

import fangpin.kernel.benefit.BulkRun;

/** WH3 §3.1 written out over the columns, fen in longs, as exact as the kernel: the yardstick for the compiled program. */
final class HandWrittenCover implements BulkRun {
    @Override
    public void run(long[][] inputs, int[][] slots, long[] state, long[][] outputs, int from, int until) {
        for (int row = from; row < until; row++) {
            int slot = slots[0][row];
            long eligible = inputs[1][row];
            long payers = Math.addExact(
                    Math.addExact(
                            Math.addExact(Math.addExact(inputs[2][row], inputs[3][row]), inputs[4][row]),
                            inputs[5][row]),
                    inputs[6][row]);
            long left = Math.subtractExact(eligible, payers);
            long eligibleYear = Math.addExact(state[slot], eligible);
            long leftYear = Math.addExact(state[slot + 1], left);
            long paidBefore = state[slot + 2];
            long owed = eligibleYear <= 0 ? 0 : Math.max(0, Math.subtractExact(leftYear, (eligibleYear - 1) / 10));
            long supplementary = Math.max(0, Math.subtractExact(Math.min(owed, SupplementaryCover.LIMIT), paidBefore));
            state[slot] = eligibleYear;
            state[slot + 1] = leftYear;
            state[slot + 2] = Math.addExact(paidBefore, supplementary);
            outputs[0][row] = supplementary;
            outputs[1][row] = Math.addExact(paidBefore, supplementary);
            outputs[2][row] = Math.subtractExact(eligible, Math.addExact(payers, supplementary));
        }
    }
}
