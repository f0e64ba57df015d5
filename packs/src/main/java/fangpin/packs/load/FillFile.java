package fangpin.packs.load;

import fangpin.kernel.policy.OpenTerm;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import fangpin.packs.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that closes open terms of one pack: its name, date and origin, and for each term the value that stands in its place.
 */
public final class FillFile {
    private final String name;
    private final byte[] bytes;
    private final String pack;
    private final OpenTerm.Fill fill;
    private final Map<String, Yaml> terms;
    private final Place place;

    private FillFile(String name, byte[] bytes, String pack, OpenTerm.Fill fill, Map<String, Yaml> terms, Place place) {
        this.name = name;
        this.bytes = bytes;
        this.pack = pack;
        this.fill = fill;
        this.terms = terms;
        this.place = place;
    }

    /** What reading a fill gives. */
    public sealed interface Result {
        /** A fill in order. */
        record Read(FillFile file) implements Result {}

        /** No fill. */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Reads a fill. */
    public static Result read(String file, byte[] bytes) {
        Context context = new Context();
        Optional<Yaml> root = YamlReader.read(file, bytes, context.problems);
        if (root.isEmpty()) {
            return new Result.Refused(context.problems);
        }
        Cursor cursor = new Cursor(root.get(), new Place(file, 1, 1), context);
        Cursor fills = cursor.field("fills");
        String pack = fills.word();
        OpenTerm.Fill fill = new OpenTerm.Fill(
                cursor.field("name").word(),
                Values.date(cursor.field("dated")),
                cursor.field("origin").text());
        Map<String, Yaml> terms = new LinkedHashMap<>();
        Cursor termsField = cursor.field("terms");
        if (!termsField.isMapping()) {
            termsField.wrongType("一组“未定事项: 值”", "a mapping of open terms to values");
        }
        if (root.get() instanceof Yaml.Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> entry.key().equals("terms"))
                    .map(Yaml.Mapping.Entry::value)
                    .filter(Yaml.Mapping.class::isInstance)
                    .map(Yaml.Mapping.class::cast)
                    .flatMap(inner -> inner.entries().stream())
                    .forEach(entry -> terms.put(entry.key(), entry.value()));
        }
        cursor.done();
        return context.problems.isEmpty()
                ? new Result.Read(new FillFile(file, bytes, pack, fill, terms, fills.place()))
                : new Result.Refused(new ArrayList<>(context.problems));
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** The pack it is for. */
    public String pack() {
        return pack;
    }

    /** What it calls itself, its date, and who decided or where it is from. */
    public OpenTerm.Fill fill() {
        return fill;
    }

    /** The file as it was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    OpenTerm.@Nullable Fill closing(String term) {
        return terms.containsKey(term) ? fill : null;
    }

    void apply(Context context, String packId) {
        if (!pack.equals(packId)) {
            context.problem(
                    place,
                    Problem.Reason.UNKNOWN_PACK,
                    pack,
                    "这份填补是给“" + pack + "”的，不是给“" + packId + "”的。",
                    "This fill is for \"" + pack + "\", not for \"" + packId + "\".");
        }
        for (Map.Entry<String, Yaml> term : terms.entrySet()) {
            if (context.openTerms.contains(term.getKey())) {
                context.fills.put(term.getKey(), term.getValue());
            } else {
                context.problem(
                        term.getValue().place(),
                        Problem.Reason.UNKNOWN_OPEN_TERM,
                        term.getKey(),
                        "政策包没有未定事项“" + term.getKey() + "”；有：" + String.join("、", context.openTerms) + "。",
                        "The pack has no open term \"" + term.getKey() + "\"; it has: "
                                + String.join(", ", context.openTerms) + ".");
            }
        }
    }
}
