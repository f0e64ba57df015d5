package fangpin.batch.verbs;

import fangpin.kernel.Text;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.packs.LoadResult;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pack and product a verb works with. */
final class PackOptions {
    @Option(names = "--pack", required = true, paramLabel = "P", description = "政策包名称或文件夹 pack name or folder")
    String pack = "";

    @Option(names = "--product", required = true, paramLabel = "Q", description = "险种 product of the pack")
    String product = "";

    @Option(names = "--fill", paramLabel = "F", description = "填补未定事项的文件 a file that closes open terms")
    @Nullable
    Path fill;

    /** What finding a product gives. */
    sealed interface Found {
        record Ready(PolicyPack pack, Product product) implements Found {}

        record Refused(Text message) implements Found {}
    }

    Found find(Product.CaseKind wanted) {
        return switch (load(pack, fill)) {
            case Loading.Refused refused -> new Found.Refused(refused.message());
            case Loading.Ready ready -> product(ready.pack(), wanted);
        };
    }

    /** What loading a pack gives. */
    sealed interface Loading {
        record Ready(PolicyPack pack) implements Loading {}

        record Refused(Text message) implements Loading {}
    }

    /** Loads a pack with its open terms filled, if there is a fill. */
    static Loading load(String pack, @Nullable Path fill) {
        FillFile fillFile = null;
        if (fill != null) {
            switch (readFill(fill)) {
                case FillFile.Result.Read read -> fillFile = read.file();
                case FillFile.Result.Refused refused -> {
                    return new Loading.Refused(problems(refused.problems()));
                }
            }
        }
        return switch (Packs.load(pack, Map.of(), fillFile)) {
            case LoadResult.Refused refused -> new Loading.Refused(problems(refused.problems()));
            case LoadResult.Loaded loaded -> new Loading.Ready(loaded.pack());
        };
    }

    private static FillFile.Result readFill(Path file) {
        try {
            return FillFile.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            Text message = VerbMessages.text("fill-unreadable", file.toString());
            return new FillFile.Result.Refused(List.of(new Problem(
                    new fangpin.packs.yaml.Place(file.toString(), 1, 1),
                    Problem.Reason.MISSING_FILE,
                    file.toString(),
                    message)));
        }
    }

    static Text problems(List<Problem> problems) {
        Problem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : " (+" + (problems.size() - 1) + ")";
        return new Text(
                first.place() + "：" + first.message().zh() + more,
                first.message().en() + more);
    }

    private Found product(PolicyPack loaded, Product.CaseKind wanted) {
        for (PolicyPack.WithheldProduct withheld : loaded.withheld()) {
            if (withheld.id().equals(product)) {
                return new Found.Refused(withheld(withheld));
            }
        }
        return loaded.product(product)
                .map(found -> found.caseKind() == wanted
                        ? (Found) new Found.Ready(loaded, found)
                        : new Found.Refused(wrongKind(found)))
                .orElseGet(() -> new Found.Refused(noProduct(loaded)));
    }

    private static Text withheld(PolicyPack.WithheldProduct withheld) {
        return withheld(withheld.id(), withheld.name(), withheld.terms());
    }

    /** Says that something cannot be used until its open terms are filled. */
    static Text withheld(String id, Text name, List<OpenTerm> open) {
        Text terms = new Text(
                open.stream()
                        .map(term -> VerbMessages.text("withheld-term", term.asks(), term.clause(), term.id())
                                .zh())
                        .collect(Collectors.joining("；")),
                open.stream()
                        .map(term -> VerbMessages.text("withheld-term", term.asks(), term.clause(), term.id())
                                .en())
                        .collect(Collectors.joining("; ")));
        return VerbMessages.text("withheld", id, name, terms);
    }

    private static Text wrongKind(Product found) {
        return switch (found.caseKind()) {
            case BILL -> VerbMessages.text("wrong-kind", found.id(), VerbMessages.text("kind-bill"), "settle");
            case CLAIM -> VerbMessages.text("wrong-kind", found.id(), VerbMessages.text("kind-claim"), "claims");
        };
    }

    private Text noProduct(PolicyPack loaded) {
        String known = loaded.products().stream().map(Product::id).collect(Collectors.joining(", "))
                + loaded.withheld().stream()
                        .map(withheld -> ", " + withheld.id())
                        .collect(Collectors.joining());
        return known.isEmpty()
                ? VerbMessages.text("no-products", loaded.id(), product)
                : VerbMessages.text("no-product", loaded.id(), product, known);
    }
}
