package fangpin.packs.cases;

import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.PackFiles;
import fangpin.packs.UsedFigure;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.PackLoader;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One pack under each set of readings and each fill that is asked for; every one is loaded once. */
public final class Variants {
    private final LoadResult.Loaded base;
    private final Map<Key, LoadResult> loaded = new HashMap<>();

    private record Key(
            SortedMap<String, String> readings, @Nullable String fill) {}

    public Variants(LoadResult.Loaded base) {
        this.base = base;
        loaded.put(new Key(new TreeMap<>(), null), base);
    }

    /** The pack as it stands. */
    public LoadResult.Loaded base() {
        return base;
    }

    /**
     * The pack read otherwise.
     *
     * @param readings choice by reading id; those that the pack makes anyway may be among them
     * @param fill a file of the pack's folder or of the sample fills, or null
     */
    public LoadResult load(Map<String, String> readings, @Nullable String fill) {
        SortedMap<String, String> otherwise = new TreeMap<>(readings);
        for (Reading reading : base.pack().readings()) {
            otherwise.remove(reading.id(), reading.chosen());
        }
        return loaded.computeIfAbsent(new Key(otherwise, fill), this::load);
    }

    /** Numbers that the rules use in any variant that was asked for so far. */
    public Set<UsedFigure> figures() {
        Set<UsedFigure> figures = new LinkedHashSet<>();
        for (LoadResult result : loaded.values()) {
            if (result instanceof LoadResult.Loaded variant) {
                figures.addAll(variant.figures());
            }
        }
        return figures;
    }

    private LoadResult load(Key key) {
        PackFiles files = base.files();
        if (key.fill == null) {
            return PackLoader.load(files, key.readings, null);
        }
        byte[] bytes = files.fill(key.fill).orElse(null);
        if (bytes == null) {
            return new LoadResult.Refused(
                    List.of(Problem.missingFile(new Place(files.display(key.fill), 1, 1), key.fill)));
        }
        return switch (FillFile.read(files.display(key.fill), bytes)) {
            case FillFile.Result.Read read -> PackLoader.load(files, key.readings, read.file());
            case FillFile.Result.Refused refused -> new LoadResult.Refused(refused.problems());
        };
    }
}
