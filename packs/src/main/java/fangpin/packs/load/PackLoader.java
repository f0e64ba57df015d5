package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.policy.Standards;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.time.Period;
import fangpin.packs.LoadResult;
import fangpin.packs.NotARule;
import fangpin.packs.PackFiles;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import fangpin.packs.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a whole pack: its documents, readings, open terms and products. Everything wrong is reported at once. */
public final class PackLoader {
    static final String POLICY = "policy.yaml";
    private static final String FORMAT = "fangpin-policy-pack/1";

    private final PackFiles files;
    private final Map<String, String> readingChoices;
    private final @Nullable FillFile fill;
    private final Context context = new Context();
    private final SortedMap<String, byte[]> hashed = new TreeMap<>();
    private final Names documentIds = new Names();
    /** Documents without their text. */
    private final Set<String> unread = new HashSet<>();
    /** Packs that are being loaded because this one is above them. */
    private final Set<String> below;

    private PackLoader(
            PackFiles files, Map<String, String> readingChoices, @Nullable FillFile fill, Set<String> below) {
        this.below = below;
        this.files = files;
        this.readingChoices = readingChoices;
        this.fill = fill;
    }

    /**
     * Loads a pack.
     *
     * @param readingChoices readings to take otherwise than the pack does, choice by id
     * @param fill what closes open terms, if anything does
     */
    public static LoadResult load(PackFiles files, Map<String, String> readingChoices, @Nullable FillFile fill) {
        return new PackLoader(files, readingChoices, fill, Set.of()).load();
    }

    private LoadResult load() {
        Optional<byte[]> bytes = files.read(POLICY);
        Place start = new Place(files.display(POLICY), 1, 1);
        if (bytes.isEmpty()) {
            context.problem(
                    start,
                    Problem.Reason.MISSING_FILE,
                    POLICY,
                    "政策包文件夹里没有 " + POLICY + "。",
                    "The pack's folder has no " + POLICY + ".");
            return new LoadResult.Refused(context.problems);
        }
        hashed.put(POLICY, bytes.get());
        Optional<Yaml> root = YamlReader.read(files.display(POLICY), bytes.get(), context.problems);
        if (root.isEmpty()) {
            return new LoadResult.Refused(context.problems);
        }
        return pack(new Cursor(root.get(), start, context));
    }

    private LoadResult pack(Cursor root) {
        Cursor format = root.field("format");
        if (!format.absent() && !format.word().equals(FORMAT)) {
            format.unknownWord(format.word(), List.of(FORMAT));
        }
        Cursor name = root.field("pack");
        String id = name.word();
        if (!name.absent() && !id.equals(files.id())) {
            name.unknownWord(id, List.of(files.id()));
        }
        Text title = root.field("title").text();
        String jurisdiction = root.field("jurisdiction").word();
        LocalDate issued = Values.date(root.field("issued"));
        Cursor inForceField = root.field("in_force");
        Period inForce = Values.openPeriod(inForceField);
        inForceField.done();
        PolicyPack superior = root.optional("superior").map(this::superior).orElse(null);
        List<Document> documents =
                root.field("documents").items().stream().map(this::document).toList();
        List<Document> citable = new ArrayList<>(documents);
        if (superior != null) {
            citable.addAll(superior.documents());
        }
        boolean lacksSuperior = superior == null && root.has("superior");
        List<String> own = documents.stream().map(Document::id).toList();
        Clauses clauses = new Clauses(
                citable, document -> unread.contains(document) || (lacksSuperior && !own.contains(document)));
        context.figuresUnder(new ClauseId(files.id()));
        List<Reading> readings =
                root.optional("readings").map(field -> readings(field, clauses)).orElse(List.of());
        checkChoices(root.optional("readings").orElse(root));
        List<OpenTerm> openTerms = root.optional("open_terms")
                .map(field -> openTerms(field, clauses))
                .orElse(List.of());
        if (fill != null) {
            fill.apply(context, files.id());
            hashed.put("fill " + fill.name(), fill.bytes());
        }
        List<CoverRule> cover =
                root.optional("insured").map(field -> cover(field, clauses)).orElse(List.of());
        List<Product> products = new ArrayList<>();
        List<PolicyPack.WithheldProduct> withheld = new ArrayList<>();
        List<String> around = context.takeUnfilled();
        List<ProductReader.Read> reads = new ArrayList<>();
        for (Cursor item : named(root, "products")) {
            ProductReader.Read read = new ProductReader(item, clauses).read(cover, readings, around);
            reads.add(read);
            if (read.product() != null) {
                products.add(read.product());
            } else {
                withheld.add(withheld(read.id(), read.name(), read.unfilled(), openTerms));
            }
        }
        Standards standards = standards(root, clauses, products, withheld);
        Funds funds = funds(root, new FundsReader(clauses, reads));
        List<Programme> programmes = programmes(root, clauses, inForce, readings, openTerms, withheld);
        uniqueIds(root);
        List<Provision> provisions = root.optional("provisions")
                .map(field -> new ProvisionsReader(field, clauses).read())
                .orElse(List.of());
        List<NotARule> notRules = root.optional("not_a_rule")
                .map(field -> notRules(field, clauses))
                .orElse(List.of());
        root.done();
        if (!context.problems.isEmpty()) {
            return new LoadResult.Refused(List.copyOf(context.problems));
        }
        PolicyPack pack = new PolicyPack(
                id,
                title,
                jurisdiction,
                issued,
                inForce,
                Hashes.ofFiles(hashed),
                superior == null ? null : above(superior),
                documents,
                readings,
                openTerms,
                products,
                withheld,
                standards,
                funds,
                programmes,
                provisions);
        return new LoadResult.Loaded(pack, files, List.copyOf(context.usedFigures), notRules);
    }

    private static PolicyPack.WithheldProduct withheld(
            String id, Text name, List<String> unfilled, List<OpenTerm> openTerms) {
        return new PolicyPack.WithheldProduct(
                id,
                name,
                openTerms.stream().filter(term -> unfilled.contains(term.id())).toList());
    }

    private List<Programme> programmes(
            Cursor root,
            Clauses clauses,
            Period inForce,
            List<Reading> readings,
            List<OpenTerm> openTerms,
            List<PolicyPack.WithheldProduct> withheld) {
        List<Programme> programmes = new ArrayList<>();
        for (Cursor item : named(root, "programmes")) {
            ProgrammeReader.Read read = new ProgrammeReader(item, clauses).read(inForce, readings);
            if (read.programme() != null) {
                programmes.add(read.programme());
            } else {
                withheld.add(withheld(read.id(), read.name(), read.unfilled(), openTerms));
            }
        }
        return programmes;
    }

    /**
     * The products, programmes or schemes. What withholds one must stand inside it: one without a name would be missing without a word.
     */
    private List<Cursor> named(Cursor root, String section) {
        context.takeUnfilled();
        List<Cursor> items = root.optional(section).map(Cursor::items).orElse(List.of());
        saidOfWhole(root, section);
        return items;
    }

    private Funds funds(Cursor root, FundsReader reader) {
        List<Cursor> schemes = named(root, "schemes");
        Optional<Cursor> premium = root.optional("premium_funding");
        saidOfWhole(root, "premium_funding");
        return reader.read(schemes, premium);
    }

    /** Says so if an open term stands in the place of something whole. */
    private void saidOfWhole(Cursor root, String section) {
        for (String term : context.takeUnfilled()) {
            context.problem(
                    root.keyPlace(section),
                    Problem.Reason.MISSING_FILL,
                    term,
                    "“" + section + "”的位置上是未填补的未定事项“" + term + "”，说不出缺的是哪一项；请写出各项，把 open_term 放到里面未定的值上。",
                    "The open term \"" + term + "\", which nothing fills, stands in the place of " + section
                            + ", and nobody can say of which; state them, with open_term in the place of the open value.");
        }
    }

    /** Cases and readers find a product, programme or fund rule by its id alone. */
    private static void uniqueIds(Cursor root) {
        Names ids = new Names();
        for (String section : List.of("products", "programmes", "schemes")) {
            for (Cursor item : root.optional(section).map(Cursor::items).orElse(List.of())) {
                item.optional("id").ifPresent(ids::take);
            }
        }
        root.optional("premium_funding").flatMap(field -> field.optional("id")).ifPresent(ids::take);
    }

    private static PolicyPack.Superior above(PolicyPack superior) {
        return new PolicyPack.Superior(superior.id(), superior.hash(), superior.documents(), superior.provisions());
    }

    private @Nullable PolicyPack superior(Cursor field) {
        if (field.word().isEmpty()) {
            return null;
        }
        PackFiles sibling = files.sibling(field.word());
        Set<String> waiting = new HashSet<>(below);
        waiting.add(files.id());
        if (waiting.contains(sibling.id())) {
            context.problem(
                    field.place(),
                    Problem.Reason.CYCLE,
                    field.word(),
                    "政策包“" + field.word() + "”不能又是自己的上级。",
                    "The pack \"" + field.word() + "\" cannot be above itself.");
            return null;
        }
        LoadResult above = new PackLoader(sibling, Map.of(), null, waiting).load();
        return switch (above) {
            case LoadResult.Loaded loaded -> loaded.pack();
            case LoadResult.Refused refused -> {
                context.problem(
                        field.place(),
                        Problem.Reason.UNKNOWN_PACK,
                        field.word(),
                        "上级政策包“" + field.word() + "”不能用："
                                + refused.problems().getFirst().message().zh(),
                        "The superior pack \"" + field.word() + "\" cannot be used: "
                                + refused.problems().getFirst().message().en());
                yield null;
            }
        };
    }

    private Document document(Cursor item) {
        String id = documentIds.take(item.field("id"));
        Cursor file = item.field("file");
        Cursor stated = item.field("sha256");
        item.done();
        Optional<byte[]> text = file.word().isEmpty() ? Optional.empty() : files.read(file.word());
        if (text.isEmpty()) {
            unread.add(id);
            if (!file.word().isEmpty()) {
                context.add(Problem.missingFile(file.place(), file.word()));
            }
        }
        byte[] bytes = text.orElse(new byte[0]);
        String found = Hashes.sha256(bytes);
        if (text.isPresent() && !stated.word().isEmpty() && !found.equals(stated.word())) {
            context.problem(
                    stated.place(),
                    Problem.Reason.HASH_MISMATCH,
                    stated.word(),
                    "文件“" + file.word() + "”与登记的校验值 " + stated.word() + " 不符，实为 " + found + "；文件改过就要重新核对条款。",
                    "The file \"" + file.word() + "\" does not have the hash " + stated.word() + " but " + found
                            + "; a changed text must be read against its clauses again.");
        }
        hashed.put(file.word(), bytes);
        return ClauseFile.parse(id, bytes, found);
    }

    private List<Reading> readings(Cursor field, Clauses clauses) {
        List<Reading> readings = new ArrayList<>();
        for (Cursor.Entry entry : field.entries()) {
            readings.add(reading(entry.key(), entry.value(), clauses));
        }
        return List.copyOf(readings);
    }

    /** Choices asked for must be of readings that there are. */
    private void checkChoices(Cursor field) {
        for (String id : readingChoices.keySet()) {
            if (!context.chosen.containsKey(id)) {
                context.problem(
                        field.place(),
                        Problem.Reason.UNKNOWN_READING,
                        id,
                        "没有口径“" + id + "”；有：" + String.join("、", context.chosen.keySet()) + "。",
                        "There is no reading \"" + id + "\"; there are: " + String.join(", ", context.chosen.keySet())
                                + ".");
            }
        }
    }

    private Reading reading(String id, Cursor cursor, Clauses clauses) {
        Text question = cursor.field("question").text();
        List<ClauseId> cited =
                cursor.field("clauses").items().stream().map(clauses::cited).toList();
        Cursor chosenField = cursor.field("chosen");
        List<Reading.Choice> choices = new ArrayList<>();
        for (Cursor.Entry choice : cursor.field("choices").entries()) {
            choices.add(new Reading.Choice(choice.key(), choice.value().text()));
        }
        List<String> ids = choices.stream().map(Reading.Choice::id).toList();
        String chosen = readingChoices.getOrDefault(id, chosenField.word());
        if (!ids.contains(chosen)) {
            chosenField.unknownWord(chosen, ids);
        }
        Text decidedBy = cursor.field("decided_by").text();
        cursor.done();
        context.chosen.put(id, chosen);
        context.choices.put(id, new LinkedHashSet<>(ids));
        return new Reading(id, question, cited, chosen, choices, decidedBy);
    }

    private List<OpenTerm> openTerms(Cursor field, Clauses clauses) {
        List<OpenTerm> terms = new ArrayList<>();
        for (Cursor.Entry entry : field.entries()) {
            Text asks = entry.value().field("asks").text();
            ClauseId clause = clauses.cited(entry.value().field("clause"));
            entry.value().optional("arrives_with").ifPresent(Cursor::word);
            entry.value().done();
            context.openTerms.add(entry.key());
            OpenTerm.Fill closed = fill == null ? null : fill.closing(entry.key());
            terms.add(new OpenTerm(entry.key(), asks, clause, closed));
        }
        return List.copyOf(terms);
    }

    private List<CoverRule> cover(Cursor field, Clauses clauses) {
        List<CoverRule> rules = new ArrayList<>();
        Names categories = new Names();
        for (Cursor item : field.items()) {
            context.takeReadings();
            CoverRule rule = new CoverRule(
                    categories.take(item.field("category")),
                    item.field("name").text(),
                    clauses.cited(item.field("clause")),
                    item.field("joins").choice(CoverRule.Joins.values()),
                    item.field("ends").choice(CoverRule.Ends.values()),
                    item.optional("answer")
                            .map(answer -> answer.choice(CoverRule.Answer.values()))
                            .orElse(CoverRule.Answer.YES),
                    context.takeReadings());
            item.done();
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private static Standards standards(
            Cursor root, Clauses clauses, List<Product> products, List<PolicyPack.WithheldProduct> withheld) {
        List<String> known = Stream.concat(
                        products.stream().map(Product::id), withheld.stream().map(PolicyPack.WithheldProduct::id))
                .toList();
        return new Standards(
                root.optional("floors")
                        .map(field -> FloorReader.floors(field, clauses))
                        .orElse(List.of()),
                root.optional("publishes")
                        .map(field -> new PublishedReader(clauses, products, known).all(field))
                        .orElse(List.of()));
    }

    private static List<NotARule> notRules(Cursor field, Clauses clauses) {
        List<NotARule> notRules = new ArrayList<>();
        for (Cursor item : field.items()) {
            ClauseId clause = clauses.cited(item.field("clause"));
            Text why = item.field("why").text();
            for (String figure : item.field("figures").words()) {
                notRules.add(new NotARule(clause, figure, why));
            }
            item.done();
        }
        return List.copyOf(notRules);
    }
}
