package fangpin.office.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.database.DataFolder;
import fangpin.packs.LoadResult;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * 政策库: the packs that came with the office and those of its own folder ({@code packs} in the data folder), loaded once, and every clause
 * of their documents by its id.
 */
@Service
public final class PolicyLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyLibrary.class);

    private final Map<String, CheckReport> checks = new ConcurrentHashMap<>();
    private final Map<String, Path> own = new ConcurrentHashMap<>();
    private volatile List<LoadResult.Loaded> packs;

    @Autowired
    PolicyLibrary(DataFolder folder) {
        this(folder.packs());
    }

    /** With the packs of a folder. */
    PolicyLibrary(Path folder) {
        packs = Packs.shipped().stream().map(PolicyLibrary::load).toList();
        foldersIn(folder).forEach(this::take);
    }

    private static List<Path> foldersIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            LOG.error("the folder of packs cannot be read", unreadable);
            return List.of();
        }
    }

    /** Takes a pack of one's own onto the shelf; one that is broken, or bears the name of a pack that is there, is left out and logged. */
    public synchronized void take(Path folder) {
        switch (Packs.load(folder.toString())) {
            case LoadResult.Refused refused ->
                LOG.error("the pack in {} is left out: {}", folder.getFileName(), refused.problems());
            case LoadResult.Loaded loaded -> {
                if (pack(loaded.pack().id()).isPresent()) {
                    LOG.error(
                            "there is a pack {} already; the one of the folder is left out",
                            loaded.pack().id());
                } else {
                    own.put(loaded.pack().id(), folder);
                    List<LoadResult.Loaded> all = new ArrayList<>(packs);
                    all.add(loaded);
                    packs = List.copyOf(all);
                }
            }
        }
    }

    /** A pack read anew, with other readings or with open terms closed. */
    public LoadResult load(String id, Map<String, String> readings, @Nullable FillFile fill) {
        return Packs.load(source(id), readings, fill);
    }

    private String source(String id) {
        Path folder = own.get(id);
        return folder == null ? id : folder.toString();
    }

    private static LoadResult.Loaded load(String name) {
        return switch (Packs.load(name)) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Refused refused ->
                throw new IllegalStateException("the pack " + name + " is broken: " + refused.problems());
        };
    }

    /** All packs, in document order. */
    public List<PolicyPack> packs() {
        return packs.stream().map(LoadResult.Loaded::pack).toList();
    }

    /** A pack by its name. */
    public Optional<PolicyPack> pack(String id) {
        return packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    /** A pack as it was loaded, with the figures its rules use. */
    public Optional<LoadResult.Loaded> loaded(String id) {
        return packs.stream().filter(one -> one.pack().id().equals(id)).findFirst();
    }

    /** What a check of the pack finds: its cases, its floors, figures no rule uses. Takes a second or two; kept once known. */
    public CheckReport checked(String id) {
        return checks.computeIfAbsent(id, name -> PackCheck.check(source(name)));
    }

    /** What a product of a pack is called; its own name where the pack is not known. */
    public Text productName(String pack, String product) {
        return pack(pack)
                .flatMap(found -> Stream.concat(
                                found.products().stream()
                                        .filter(one -> one.id().equals(product))
                                        .map(Product::name),
                                found.withheld().stream()
                                        .filter(one -> one.id().equals(product))
                                        .map(PolicyPack.WithheldProduct::name))
                        .findFirst())
                .orElse(new Text(product, product));
    }

    /** Where a clause stands. */
    public record Place(PolicyPack pack, Document document, Clause clause) {}

    /** The clause of an id, whatever document it stands in; a mark of a paragraph is taken for its whole clause. */
    public Optional<Place> clause(String id) {
        // a document's name has a letter at least before the mark of a paragraph
        if (id.strip().length() < 2 || id.startsWith(" ")) {
            return Optional.empty();
        }
        ClauseId whole = new ClauseId(id).whole();
        for (PolicyPack pack : packs()) {
            for (Document document : pack.documents()) {
                for (Clause clause : document.clauses()) {
                    if (clause.id().equals(whole)) {
                        return Optional.of(new Place(pack, document, clause));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
