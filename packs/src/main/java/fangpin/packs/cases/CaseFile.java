package fangpin.packs.cases;

import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Clauses;
import fangpin.packs.load.Context;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import fangpin.packs.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cases beside a pack, {@code cases.yaml}.
 *
 * @param cases those in order, in file order; none if the pack has no such file
 * @param problems what is wrong with the file
 */
public record CaseFile(List<PackCase> cases, List<Problem> problems) {
    public static final String FILE = "cases.yaml";
    private static final String FORMAT = "fangpin-pack-cases/1";

    /** Reads the cases of a pack, strictly: every table is held against the product it runs through. */
    public static CaseFile read(Variants variants) {
        LoadResult.Loaded base = variants.base();
        String display = base.files().display(FILE);
        Optional<byte[]> bytes = base.files().read(FILE);
        if (bytes.isEmpty()) {
            return new CaseFile(List.of(), List.of());
        }
        List<Problem> notYaml = new ArrayList<>();
        Optional<Yaml> root = YamlReader.read(display, bytes.get(), notYaml);
        if (root.isEmpty()) {
            return new CaseFile(List.of(), List.copyOf(notYaml));
        }
        Context context = new Context();
        notYaml.forEach(context::add);
        Cursor cursor = new Cursor(root.get(), new Place(display, 1, 1), context);
        List<PackCase> cases = cases(cursor, variants);
        return new CaseFile(cases, context.problems());
    }

    private static List<PackCase> cases(Cursor root, Variants variants) {
        Cursor format = root.field("format");
        if (!format.absent() && !format.word().equals(FORMAT)) {
            format.unknownWord(format.word(), List.of(FORMAT));
        }
        Clauses clauses = new Clauses(citable(variants.base()));
        List<PackCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Cursor item : root.field("cases").items()) {
            CaseReader reader = new CaseReader(item, variants, clauses);
            Optional<PackCase> read = reader.read();
            item.done();
            if (read.isPresent() && !ids.add(read.get().id())) {
                item.context()
                        .problem(
                                item.place(),
                                Problem.Reason.DUPLICATE_KEY,
                                read.get().id(),
                                "案例“" + read.get().id() + "”写了两次；每个案例一个名称。",
                                "The case \"" + read.get().id() + "\" stands twice; each case has a name of its own.");
            }
            read.ifPresent(cases::add);
        }
        root.done();
        return List.copyOf(cases);
    }

    /** The pack's own documents and those of the pack above it. */
    private static List<Document> citable(LoadResult.Loaded base) {
        List<Document> documents = new ArrayList<>(base.pack().documents());
        PolicyPack.Superior superior = base.pack().superior();
        if (superior != null) {
            documents.addAll(superior.documents());
        }
        return documents;
    }
}
