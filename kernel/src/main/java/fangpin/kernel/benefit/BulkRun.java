package fangpin.kernel.benefit;

/** A program compiled for columns: many cases, no trace. Made by {@link BulkCompiler}; safe for use by several threads. */
public interface BulkRun {
    /**
     * Runs the cases {@code from} to {@code until - 1}, in that order.
     *
     * @param inputs one column an input register
     * @param slots one column a scope of {@link Program#scopes()}: where in {@code state} the figures of the case's scope begin
     * @param state accumulators, 0 at first; {@link BulkCompiler#width} figures a scope instance
     * @param outputs one column a wanted register, filled here
     * @throws ArithmeticException if a figure leaves the range of a long; the outputs of earlier rows are good, {@code state} is not
     */
    void run(long[][] inputs, int[][] slots, long[] state, long[][] outputs, int from, int until);
}
