package fangpin.batch.verbs;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.packs.LoadResult;
import fangpin.packs.diff.PackDiff;
import fangpin.packs.load.Packs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 比较两个政策包；给出名单和账单时，还算出谁多得、谁少得、共多花多少。 */
@Command(name = "diff", description = "比较 compares two packs", mixinStandardHelpOptions = true)
final class PackDiffVerb implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "政策包名称或文件夹 pack name or folder")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "另一个政策包 the other pack")
    private String after = "";

    @Option(names = "--members", paramLabel = "M", description = "人员名单 members, with --bills")
    private @Nullable Path members;

    @Option(names = "--bills", paramLabel = "B.csv", description = "用两个包各算一遍的账单 bills to settle by both packs")
    private @Nullable Path bills;

    @Option(names = "--product", paramLabel = "Q", description = "险种，两个包都有 a product of both packs")
    private @Nullable String product;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 language")
    private Text.Language language = Text.Language.ZH;

    private final Terminal terminal;

    PackDiffVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LoadResult old = Packs.load(before);
        LoadResult now = Packs.load(after);
        if (old instanceof LoadResult.Refused refused) {
            return terminal.refuse(PackOptions.problems(refused.problems()));
        }
        if (now instanceof LoadResult.Refused refused) {
            return terminal.refuse(PackOptions.problems(refused.problems()));
        }
        if ((members == null) != (bills == null)) {
            return terminal.refuse(VerbMessages.text("diff-both-files"));
        }
        LoadResult.Loaded oldPack = (LoadResult.Loaded) old;
        LoadResult.Loaded newPack = (LoadResult.Loaded) now;
        Text effect = new Text("", "");
        if (members != null && bills != null) {
            switch (effect(oldPack.pack(), newPack.pack(), members, bills)) {
                case Effect.None none -> {
                    return terminal.refuse(none.why());
                }
                case Effect.Told told -> effect = told.words();
            }
        }
        terminal.out().print(PackDiff.diff(oldPack, newPack).render(language));
        terminal.out().print(effect.in(language));
        return Terminal.DONE;
    }

    /** What a file of bills says about the two packs, or why it says nothing. */
    private sealed interface Effect {
        record Told(Text words) implements Effect {}

        record None(Text why) implements Effect {}
    }

    private Effect effect(PolicyPack old, PolicyPack now, Path memberFile, Path billFile) {
        List<String> common = old.products().stream()
                .filter(one -> one.caseKind() == Product.CaseKind.BILL)
                .map(Product::id)
                .filter(id -> product == null || id.equals(product))
                .filter(id -> now.product(id)
                        .filter(one -> one.caseKind() == Product.CaseKind.BILL)
                        .isPresent())
                .toList();
        if (common.size() != 1) {
            return new Effect.None(VerbMessages.text("diff-product", String.join(", ", common)));
        }
        String id = common.getFirst();
        return switch (PaidCases.of(old, old.product(id).orElseThrow(), memberFile, billFile, terminal)) {
            case PaidCases.Refused refused -> new Effect.None(refused.message());
            case PaidCases.Paid first ->
                switch (PaidCases.of(now, now.product(id).orElseThrow(), memberFile, billFile, terminal)) {
                    case PaidCases.Refused refused -> new Effect.None(refused.message());
                    case PaidCases.Paid second ->
                        new Effect.Told(PackEffect.between(first, second).text(id));
                };
        };
    }
}
