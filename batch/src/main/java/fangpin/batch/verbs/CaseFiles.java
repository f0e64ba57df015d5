package fangpin.batch.verbs;

import fangpin.batch.cases.CaseOutcome;
import fangpin.batch.cases.CaseRun;
import fangpin.batch.cases.CaseTables;
import fangpin.batch.cases.Progress;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.tables.CommitOutcome;
import fangpin.tables.FileRefusal;
import fangpin.tables.OutputOutcome;
import fangpin.tables.Outputs;
import fangpin.tables.TableWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files of a verb that works through a whole case file. */
final class CaseFiles {
    @Option(names = "--members", required = true, paramLabel = "M", description = "人员名单 members")
    Path members = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "O", description = "结果文件 result file")
    Path out = Path.of("");

    @Option(names = "--rejects", required = true, paramLabel = "R", description = "被拒行文件 rejected rows")
    Path rejects = Path.of("");

    @Option(names = "--explain", paramLabel = "E.jsonl", description = "逐案说明 one explanation a line")
    @Nullable
    Path explain;

    int run(PolicyPack pack, Product product, Path cases, Terminal terminal) {
        try (Outputs outputs = new Outputs();
                Progress progress = terminal.progress()) {
            OutputOutcome result = outputs.table(out, CaseTables.results(product));
            OutputOutcome rejected = outputs.table(rejects, CaseTables.rejects(product));
            OutputOutcome explained = explain == null ? null : outputs.lines(explain);
            for (OutputOutcome outcome : new @Nullable OutputOutcome[] {result, rejected, explained}) {
                if (outcome instanceof FileRefusal refusal) {
                    return terminal.refuse(text(refusal));
                }
            }
            FileSink sink = new FileSink(
                    pack,
                    product,
                    (TableWriter) result,
                    (TableWriter) rejected,
                    explained == null ? null : (TableWriter) explained);
            Path folder = out.toAbsolutePath().getParent();
            CaseOutcome outcome = new CaseRun(
                            product, members, cases, folder == null ? Path.of("") : folder, sink, null, progress)
                    .run();
            return switch (outcome) {
                case CaseOutcome.Refused refused -> terminal.refuse(refused.message());
                case CaseOutcome.Done done -> {
                    sink.finish();
                    yield commit(outputs, done, terminal);
                }
            };
        }
    }

    private int commit(Outputs outputs, CaseOutcome.Done done, Terminal terminal) {
        return switch (outputs.commit()) {
            case FileRefusal refusal -> terminal.refuse(text(refusal));
            case CommitOutcome.Committed committed -> {
                terminal.say(VerbMessages.text(
                        "done",
                        String.format(java.util.Locale.ROOT, "%,d", done.accepted()),
                        String.format(java.util.Locale.ROOT, "%,d", done.rejected()),
                        out.toString(),
                        rejects.toString()));
                yield done.rejected() == 0 ? Terminal.DONE : Terminal.SOME_REJECTED;
            }
        };
    }

    static Text text(FileRefusal refusal) {
        return new Text(refusal.message().zh(), refusal.message().en());
    }
}
