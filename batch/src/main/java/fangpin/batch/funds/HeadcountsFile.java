package fangpin.batch.funds;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.Headcounts;
import fangpin.kernel.allocation.Measure;
import fangpin.tables.FileRefusal;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.file.Path;
import java.util.List;

/** 人数表 What came of reading a file of headcounts: all of it, or the first thing that is wrong with it. */
public sealed interface HeadcountsFile {
    /** Every row was taken. */
    record Read(Headcounts headcounts) implements HeadcountsFile {}

    /** Nothing of the file counts. */
    record Refused(Text message) implements HeadcountsFile {}

    /**
     * Reads a file with the columns {@code division, measure, value}.
     *
     * @param divisions those that rows may name; if there are none listed, any
     * @param measures those that rows may name
     */
    static HeadcountsFile read(Path file, List<Division> divisions, List<Measure> measures) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> {
                HeadcountsReader reader = new HeadcountsReader(file.toString(), table.header(), divisions, measures);
                yield switch (table.read(reader)) {
                    case FileRefusal refusal -> refused(refusal);
                    case TableOutcome.AllRead _ ->
                        reader.problem()
                                .<HeadcountsFile>map(Refused::new)
                                .orElseGet(() -> new Read(reader.headcounts()));
                };
            }
        };
    }

    private static HeadcountsFile refused(FileRefusal refusal) {
        return new Refused(new Text(refusal.message().zh(), refusal.message().en()));
    }
}
