package fangpin.batch.verbs;

import fangpin.kernel.Text;
import fangpin.packs.LoadResult;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.Packs;
import fangpin.packs.show.PackHtml;
import fangpin.packs.show.PackShow;
import fangpin.tables.CommitOutcome;
import fangpin.tables.FileRefusal;
import fangpin.tables.Outputs;
import fangpin.tables.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after packs. */
@Command(
        name = "pack",
        description = "政策包：检查、查看、比较 check, show and compare policy packs",
        mixinStandardHelpOptions = true)
public final class PackVerb implements Callable<Integer> {
    private static final String POLICY = "policy.yaml";

    private final Terminal terminal;

    private PackVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The verb with its own verbs. */
    public static CommandLine commands(Terminal terminal) {
        return new CommandLine(new PackVerb(terminal))
                .addSubcommand(new Check(terminal))
                .addSubcommand(new Show(terminal))
                .addSubcommand(new PackDiffVerb(terminal));
    }

    @Override
    public Integer call() {
        return terminal.refuse(VerbMessages.text("pack-what"));
    }

    /** Validates packs: their cases, coverage, findings, open terms, figures that no rule uses; one line over all at the end. */
    @Command(name = "check", description = "检查 validates a pack, or all of them", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(
                arity = "0..1",
                paramLabel = "P",
                description = "政策包名称、文件夹或其上级文件夹；不写则全部 pack name, folder, or folder of packs; none: all shipped")
        private @Nullable String pack;

        @Option(names = "--lang", paramLabel = "zh|en", description = "语言 language")
        private Text.Language language = Text.Language.ZH;

        private final Terminal terminal;

        private Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            List<String> packs = packs();
            int passed = 0;
            int findings = 0;
            for (String one : packs) {
                CheckReport report = PackCheck.check(one);
                terminal.out().println(report.render(language));
                passed += report.passed() ? 1 : 0;
                findings += report.findings();
            }
            Text summary = VerbMessages.text("checked", packs.size(), passed, packs.size() - passed, findings);
            terminal.out().println(summary.in(language));
            return passed == packs.size() ? Terminal.DONE : Terminal.NOTHING_DONE;
        }

        private List<String> packs() {
            if (pack == null) {
                return Packs.shipped();
            }
            Path folder = Path.of(pack);
            if (Packs.shipped().contains(pack) || !Files.isDirectory(folder) || Files.exists(folder.resolve(POLICY))) {
                return List.of(pack);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                List<String> found = inside.filter(path -> Files.exists(path.resolve(POLICY)))
                        .sorted()
                        .map(Path::toString)
                        .toList();
                return found.isEmpty() ? List.of(pack) : found;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Prints a pack in plain words. */
    @Command(
            name = "show",
            description = "查看 prints a pack in plain words, or writes it as a page",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "P", description = "政策包名称或文件夹 pack name or folder")
        private String pack = "";

        @Option(names = "--lang", paramLabel = "zh|en", description = "语言 language")
        private Text.Language language = Text.Language.ZH;

        @Option(names = "--html", paramLabel = "FILE", description = "写成一个网页文件 write one self-contained page")
        private @Nullable Path html;

        private final Terminal terminal;

        private Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return switch (Packs.load(pack)) {
                case LoadResult.Refused refused -> terminal.refuse(PackOptions.problems(refused.problems()));
                case LoadResult.Loaded loaded -> {
                    if (html != null) {
                        yield write(PackHtml.render(loaded, language), html);
                    }
                    terminal.out().println(PackShow.render(loaded, language));
                    yield Terminal.DONE;
                }
            };
        }

        private int write(String page, Path file) {
            try (Outputs outputs = new Outputs()) {
                return switch (outputs.lines(file)) {
                    case FileRefusal refusal -> terminal.refuse(CaseFiles.text(refusal));
                    case TableWriter writer -> {
                        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
                        writer.writeRows(bytes, 0, bytes.length);
                        yield commit(outputs, file);
                    }
                };
            }
        }

        private int commit(Outputs outputs, Path file) {
            return switch (outputs.commit()) {
                case FileRefusal refusal -> terminal.refuse(CaseFiles.text(refusal));
                case CommitOutcome.Committed _ -> {
                    terminal.say(VerbMessages.text("page-written", pack, file.toString()));
                    yield Terminal.DONE;
                }
            };
        }
    }
}
