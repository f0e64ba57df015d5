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
 * @param fundCases those about public money, in file order
 * @param provisionCases those of provisions
 * @param problems what is wrong with the file
 */
public record CaseFile(
        List<PackCase> cases, List<FundCase> fundCases, List<ProvisionCase> provisionCases, List<Problem> problems) {
    public static final String FILE = "cases.yaml";
    private static final String FORMAT = "fangpin-pack-cases/1";

    /** Reads the cases of a pack, strictly: every table is held against the product it runs through. */
    public static CaseFile read(Variants variants) {
        LoadResult.Loaded base = variants.base();
        String display = base.files().display(FILE);
        Optional<byte[]> bytes = base.files().read(FILE);
        if (bytes.isEmpty()) {
            return new CaseFile(List.of(), List.of(), List.of(), List.of());
        }
        List<Problem> notYaml = new ArrayList<>();
        Optional<Yaml> root = YamlReader.read(display, bytes.get(), notYaml);
        if (root.isEmpty()) {
            return new CaseFile(List.of(), List.of(), List.of(), List.copyOf(notYaml));
        }
        Context context = new Context();
        notYaml.forEach(context::add);
        Cursor cursor = new Cursor(root.get(), new Place(display, 1, 1), context);
        CaseFile read = new CaseFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), List.of());
        read.add(cursor, variants);
        return new CaseFile(
                List.copyOf(read.cases),
                List.copyOf(read.fundCases),
                List.copyOf(read.provisionCases),
                context.problems());
    }

    private void add(Cursor root, Variants variants) {
        Cursor format = root.field("format");
        if (!format.absent() && !format.word().equals(FORMAT)) {
            format.unknownWord(format.word(), List.of(FORMAT));
        }
        Clauses clauses = new Clauses(citable(variants.base()));
        Set<String> ids = new HashSet<>();
        for (Cursor item : root.field("cases").items()) {
            if (FundCaseReader.reads(item)) {
                CaseReader reader = new CaseReader(item, variants, clauses);
                Optional<FundCase> read = new FundCaseReader(item, variants, clauses, reader).read();
                read.ifPresent(one -> once(one.id(), item, ids));
                read.ifPresent(fundCases::add);
            } else if (item.has("provision")) {
                Optional<ProvisionCase> read = new ProvisionCaseReader(item, variants, clauses).read();
                read.ifPresent(one -> once(one.id(), item, ids));
                read.ifPresent(provisionCases::add);
            } else {
                Optional<PackCase> read = new CaseReader(item, variants, clauses).read();
                read.ifPresent(one -> once(one.id(), item, ids));
                read.ifPresent(cases::add);
            }
            item.done();
        }
        root.done();
    }

    private static void once(String id, Cursor item, Set<String> ids) {
        if (!ids.add(id)) {
            item.context()
                    .problem(
                            item.place(),
                            Problem.Reason.DUPLICATE_KEY,
                            id,
                            "案例“" + id + "”写了两次；每个案例一个名称。",
                            "The case \"" + id + "\" stands twice; each case has a name of its own.");
        }
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
