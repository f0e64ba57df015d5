package fangpin.packs.diff;

import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.packs.LoadResult;
import fangpin.packs.PackFiles;
import fangpin.packs.cases.CaseFailure;
import fangpin.packs.cases.CaseFile;
import fangpin.packs.cases.CaseRunner;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Variants;
import fangpin.packs.yaml.Yaml;
import fangpin.packs.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 比较政策包 Compares two packs: changed values with both clauses, and the first pack's cases worked by the second. */
public final class PackDiff {
    private static final String POLICY = "policy.yaml";
    /** Their digits are names, or words about figures that stand elsewhere. */
    private static final Pattern NO_FIGURE =
            Pattern.compile(".*\\.(zh|en|sha256|file|id|why|clause|clauses\\[.*])|pack|superior|not_a_rule.*");

    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    private PackDiff() {}

    /** Compares two packs that load. */
    public static DiffReport diff(LoadResult.Loaded before, LoadResult.Loaded after) {
        List<CaseFailure> repriced = new ArrayList<>();
        List<String> unworkable = new ArrayList<>();
        int worked = reprice(before, after, repriced, unworkable);
        return new DiffReport(
                before.pack().id(),
                after.pack().id(),
                changes(leaves(before.files()), leaves(after.files())),
                worked,
                List.copyOf(repriced),
                List.copyOf(unworkable));
    }

    private static Map<String, Leaf> leaves(PackFiles files) {
        byte[] bytes = files.read(POLICY).orElseThrow();
        Yaml root =
                YamlReader.read(files.display(POLICY), bytes, new ArrayList<>()).orElseThrow();
        return Leaves.of(root);
    }

    private static List<Change> changes(Map<String, Leaf> before, Map<String, Leaf> after) {
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Leaf old = before.get(path);
            Leaf now = after.get(path);
            if (old == null || now == null || !old.text().equals(now.text())) {
                changes.add(change(path, old, now));
            }
        }
        return List.copyOf(changes);
    }

    private static Change change(String path, @Nullable Leaf old, @Nullable Leaf now) {
        String before = old == null ? null : old.text();
        String after = now == null ? null : now.text();
        boolean figure = !NO_FIGURE.matcher(path).matches() && (hasDigit(before) || hasDigit(after));
        return new Change(
                path, before, after, old == null ? "" : old.clause(), now == null ? "" : now.clause(), figure);
    }

    private static boolean hasDigit(@Nullable String text) {
        return text != null && DIGIT.matcher(text).matches();
    }

    /** Works the cases of one pack by another; returns how many could be worked. */
    private static int reprice(
            LoadResult.Loaded before, LoadResult.Loaded after, List<CaseFailure> repriced, List<String> unworkable) {
        Variants others = new Variants(after);
        int worked = 0;
        for (PackCase one : CaseFile.read(new Variants(before)).cases()) {
            Optional<LoadResult.Loaded> other = loaded(others, one);
            Optional<Calculation> same = other.flatMap(pack -> pack.pack().calculation(one.product()))
                    .filter(found -> works(found, one));
            if (same.isPresent()) {
                repriced.addAll(CaseRunner.run(other.orElseThrow().pack(), same.get(), one)
                        .failures());
                worked++;
            } else {
                unworkable.add(one.id());
            }
        }
        return worked;
    }

    private static Optional<LoadResult.Loaded> loaded(Variants others, PackCase one) {
        return others.load(one.readings(), one.fill()) instanceof LoadResult.Loaded other
                ? Optional.of(other)
                : Optional.empty();
    }

    /** A product settles bills and claims; a programme grants. */
    private static boolean works(Calculation calculation, PackCase one) {
        boolean grants = one.work() instanceof PackCase.Granting;
        return switch (calculation) {
            case Product product -> !grants;
            case Programme programme -> grants;
        };
    }
}
