package fangpin.bench;

import fangpin.kernel.benefit.BulkCompiler;
import fangpin.kernel.benefit.BulkRun;
import fangpin.kernel.benefit.ExplainingExecutor;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One core: cases a second in columns, microseconds for one explanation, and the same rules written in decimals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StepProgramBench {
    private static final int PERSONS = 2_000;
    private static final int CASES = PERSONS * Bills.PER_PERSON;

    /** 2 million bills: far more than any cache holds. */
    private static final int MANY_PERSONS = 400_000;

    private static final int MANY_CASES = MANY_PERSONS * Bills.PER_PERSON;
    private static final long SEED = 20_200_101;
    private static final BulkRun HAND_WRITTEN = new HandWrittenCover();

    private final Program program = SupplementaryCover.program();
    private final Product product = SupplementaryCover.product(program);
    private final PolicyPack pack = SupplementaryCover.pack(product);
    private final BulkTable table = new BulkTable(program, PERSONS, SEED);
    private final List<CaseInput> cases = new ArrayList<>();
    private final List<Long> before = List.of(1_200_000L, 340_000L, 220_001L);
    private final BulkRun bulk = BulkCompiler.compile(
            program,
            List.of(SupplementaryCover.SUPPLEMENTARY, SupplementaryCover.PAID_YEAR, SupplementaryCover.SELF_PAID));
    private final DecimalCover decimal = new DecimalCover(table.bills);
    private int next;

    /** Makes the cases, and holds the program against decimals and hand-written rules before anything is measured. */
    @Setup
    public void prepare() {
        long[] handWritten = table.run(HAND_WRITTEN)[0].clone();
        long[] paid = table.run(bulk)[0];
        BigDecimal[] decimalPaid = decimal.run();
        for (int row = 0; row < CASES; row++) {
            long inFen = decimalPaid[row].movePointRight(2).longValueExact();
            if (inFen != paid[row] || handWritten[row] != paid[row]) {
                throw new IllegalStateException("bill " + row + " pays " + paid[row] + ", " + inFen + " in decimals, "
                        + handWritten[row] + " by hand");
            }
            List<Long> values = new ArrayList<>();
            for (long[] column : table.bills.columns) {
                values.add(column[row]);
            }
            cases.add(new CaseInput("B" + row, "P" + row, LocalDate.of(2020, 6, 1), values, Map.of()));
        }
    }

    /** 10,000 bills, which stay in the cache. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public long[][] bulk() {
        return table.run(bulk);
    }

    /** The table of {@link #bulkFromMemory}, made only for it. */
    @State(Scope.Benchmark)
    public static class ManyBills {
        final BulkTable table = new BulkTable(SupplementaryCover.program(), MANY_PERSONS, SEED);
    }

    /** 2,000,000 bills, which come from memory. */
    @Benchmark
    @OperationsPerInvocation(MANY_CASES)
    public long[][] bulkFromMemory(ManyBills many) {
        return many.table.run(bulk);
    }

    /** The same rules as a programmer would write them out in Java over the same columns, as exactly. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public long[][] byHand() {
        return table.run(HAND_WRITTEN);
    }

    /** One case with every step written down, as the office and {@code explain} do it. */
    @Benchmark
    public Explanation explanation() {
        return ExplainingExecutor.explain(program, nextCase().values(), before);
    }

    /** The same with waterfall and receipt. */
    @Benchmark
    public Settlement settlement() {
        return Settler.settle(pack, product, nextCase(), before);
    }

    /** The same rules in decimals, by a programmer who writes them out in Java. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public BigDecimal[] decimal() {
        return decimal.run();
    }

    private CaseInput nextCase() {
        next = next + 1 == CASES ? 0 : next + 1;
        return cases.get(next);
    }

    /** Runs this class alone; JMH's own options may follow. */
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(StepProgramBench.class.getName() + ".*")
                .addProfiler(CpuSeconds.class)
                .build();
        new Runner(options).run();
    }
}
