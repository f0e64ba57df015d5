package fangpin.batch.verbs;

import fangpin.batch.sample.SampleCounty;
import fangpin.tables.Column;
import fangpin.tables.CommitOutcome;
import fangpin.tables.FileRefusal;
import fangpin.tables.OutputOutcome;
import fangpin.tables.Outputs;
import fangpin.tables.RowBuffer;
import fangpin.tables.TableWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes synthetic members and bills. */
@Command(
        name = "generate",
        description = "生成虚构的人员名单和账单 synthetic members.csv and bills.csv, the same for the same seed",
        mixinStandardHelpOptions = true)
public final class GenerateVerb implements Callable<Integer> {
    private static final int FLUSH_BYTES = 1 << 20;

    @Option(names = "--bills", required = true, paramLabel = "N", description = "账单数 number of bills")
    private long bills;

    @Option(names = "--persons", required = true, paramLabel = "M", description = "人数 number of persons")
    private long persons;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "种子 seed")
    private long seed;

    @Option(names = "--dir", required = true, paramLabel = "D", description = "写入的文件夹 folder to write to")
    private Path folder = Path.of("");

    @Option(names = "--bad-rows", paramLabel = "SHARE", description = "坏行比例，0 到 1 share of bad rows, 0 to 1")
    private BigDecimal badRows = BigDecimal.ZERO;

    private final Terminal terminal;

    public GenerateVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean sensible =
                bills >= 0 && persons >= 1 && badRows.signum() >= 0 && badRows.compareTo(BigDecimal.ONE) <= 0;
        if (!sensible) {
            return terminal.refuse(VerbMessages.text("generate-range"));
        }
        try (Outputs outputs = new Outputs()) {
            Files.createDirectories(folder);
            return write(outputs);
        } catch (IOException unwritable) {
            return terminal.refuse(VerbMessages.text("folder", folder.toString()));
        }
    }

    private int write(Outputs outputs) {
        OutputOutcome members =
                outputs.table(folder.resolve("members.csv"), columns("person_id", "category", "from", "to"));
        OutputOutcome billFile = outputs.table(
                folder.resolve("bills.csv"),
                columns(
                        "bill_id",
                        "person_id",
                        "admission_date",
                        "discharge_date",
                        "total_cost",
                        "eligible_cost",
                        "basic_paid",
                        "critical_illness_paid",
                        "hospital_waiver",
                        "medical_assistance_paid"));
        if (members instanceof FileRefusal refusal) {
            return terminal.refuse(CaseFiles.text(refusal));
        }
        if (billFile instanceof FileRefusal refusal) {
            return terminal.refuse(CaseFiles.text(refusal));
        }
        SampleCounty county = new SampleCounty(persons, bills, seed);
        writeMembers(county, (TableWriter) members);
        writeBills(county, (TableWriter) billFile);
        return switch (outputs.commit()) {
            case FileRefusal refusal -> terminal.refuse(CaseFiles.text(refusal));
            case CommitOutcome.Committed committed -> {
                terminal.say(VerbMessages.text(
                        "generated", Long.toString(persons), Long.toString(bills), folder.toString()));
                yield Terminal.DONE;
            }
        };
    }

    private static List<Column> columns(String... names) {
        return Stream.of(names).map(name -> new Column(name, Column.Kind.TEXT)).toList();
    }

    private static void writeMembers(SampleCounty county, TableWriter out) {
        RowBuffer rows = new RowBuffer();
        for (long person = 0; person < county.persons(); person++) {
            county.member(person, rows);
            flush(rows, out, FLUSH_BYTES);
        }
        flush(rows, out, 0);
    }

    private void writeBills(SampleCounty county, TableWriter out) {
        long perMillion = badRows.movePointRight(6).longValue();
        RowBuffer rows = new RowBuffer();
        for (long row = 0; row < county.bills(); row++) {
            SampleCounty.Bill bill = county.bill(row);
            if (county.bad(row, perMillion)) {
                bill.writeBad((int) (row % 8), rows);
            } else {
                bill.write(rows);
            }
            flush(rows, out, FLUSH_BYTES);
        }
        flush(rows, out, 0);
    }

    private static void flush(RowBuffer rows, TableWriter out, int above) {
        if (rows.length() > above) {
            out.writeRows(rows);
        }
    }
}
