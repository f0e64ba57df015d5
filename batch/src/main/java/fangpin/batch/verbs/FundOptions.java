package fangpin.batch.verbs;

import fangpin.batch.funds.HeadcountsFile;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.policy.PolicyPack;
import fangpin.tables.Column;
import fangpin.tables.CommitOutcome;
import fangpin.tables.FileRefusal;
import fangpin.tables.OutputOutcome;
import fangpin.tables.Outputs;
import fangpin.tables.RowBuffer;
import fangpin.tables.TableWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The pack and files of a verb about public money. */
final class FundOptions {
    @Option(names = "--pack", required = true, paramLabel = "P", description = "政策包名称或文件夹 pack name or folder")
    String pack = "";

    @Option(names = "--headcounts", required = true, paramLabel = "H", description = "人数表 headcounts by division")
    Path headcounts = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "O", description = "结果文件 result file")
    Path out = Path.of("");

    @Option(names = "--fill", paramLabel = "F", description = "填补未定事项的文件 a file that closes open terms")
    @Nullable
    Path fill;

    PackOptions.Loading load() {
        return PackOptions.load(pack, fill);
    }

    HeadcountsFile headcounts(PolicyPack loaded, List<Division> divisions) {
        return HeadcountsFile.read(headcounts, divisions, loaded.funds().measures());
    }

    /** Says that a rule has a hole in it, if it is one of those withheld. */
    static Optional<Text> withheld(PolicyPack pack, String id) {
        return pack.funds().withheld().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> PackOptions.withheld(
                        one.id(),
                        one.name(),
                        pack.openTerms().stream()
                                .filter(term -> one.terms().contains(term.id()))
                                .toList()));
    }

    /** A table to be written. */
    record Result(Path target, List<Column> columns, RowBuffer rows) {}

    /** Lets all tables appear, or none, and says what was done. */
    static int write(List<Result> results, Text done, Terminal terminal) {
        try (Outputs outputs = new Outputs()) {
            Map<TableWriter, RowBuffer> begun = new LinkedHashMap<>();
            for (Result result : results) {
                OutputOutcome outcome = outputs.table(result.target(), result.columns());
                switch (outcome) {
                    case FileRefusal refusal -> {
                        return terminal.refuse(CaseFiles.text(refusal));
                    }
                    case TableWriter writer -> begun.put(writer, result.rows());
                }
            }
            begun.forEach(TableWriter::writeRows);
            return switch (outputs.commit()) {
                case FileRefusal refusal -> terminal.refuse(CaseFiles.text(refusal));
                case CommitOutcome.Committed _ -> {
                    terminal.say(done);
                    yield Terminal.DONE;
                }
            };
        }
    }
}
