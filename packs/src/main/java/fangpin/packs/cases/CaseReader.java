package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Clauses;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one case: its heading here, its table in {@link TableReader}. */
final class CaseReader {
    private final Cursor cursor;
    private final Variants variants;
    private final Clauses clauses;

    CaseReader(Cursor cursor, Variants variants, Clauses clauses) {
        this.cursor = cursor;
        this.variants = variants;
        this.clauses = clauses;
    }

    /** Empty if something is wrong; what it is has gone to the context. */
    Optional<PackCase> read() {
        int before = cursor.context().problems().size();
        String id = cursor.field("case").word();
        Text name = new Text(cursor.field("zh").word(), cursor.field("en").word());
        Optional<Cursor> premium = cursor.optional("premium");
        Optional<Cursor> programme = cursor.optional("programme");
        Cursor subject = premium.or(() -> programme).orElseGet(() -> cursor.field("product"));
        List<ClauseId> cited =
                cursor.field("clauses").items().stream().map(clauses::cited).toList();
        SortedMap<String, String> readings =
                cursor.optional("readings").map(this::readings).orElse(new TreeMap<>());
        String fill = cursor.optional("fill").map(Cursor::word).orElse(null);
        Text origin = cursor.field("origin").text();
        boolean ofProgramme = premium.isEmpty() && programme.isPresent();
        Optional<Calculation> calculation = calculation(subject, readings, fill, ofProgramme);
        if (calculation.isEmpty()) {
            Stream.of("members", "columns", "rows").forEach(cursor::has);
            return Optional.empty();
        }
        PackCase.Work work = work(calculation.get(), premium.isPresent());
        return cursor.context().problems().size() > before
                ? Optional.empty()
                : Optional.of(new PackCase(
                        id, name, calculation.get().id(), cited, readings, fill, origin, cursor.place(), work));
    }

    private PackCase.Work work(Calculation calculation, boolean premium) {
        return switch (calculation) {
            case Product product when premium -> new TableReader(cursor, product).premiums();
            case Product product -> new TableReader(cursor, product).settling();
            case Programme programme -> new ProgrammeTable(cursor, programme).granting();
        };
    }

    /** The choices that the case takes otherwise than the pack. */
    SortedMap<String, String> readings(Cursor field) {
        SortedMap<String, String> readings = new TreeMap<>();
        for (Cursor.Entry entry : field.entries()) {
            Optional<Reading> reading = variants.base().pack().readings().stream()
                    .filter(one -> one.id().equals(entry.key()))
                    .findFirst();
            List<String> choices = reading.stream()
                    .flatMap(one -> one.choices().stream().map(Reading.Choice::id))
                    .toList();
            String choice = entry.value().word();
            if (reading.isEmpty()) {
                unknownReading(entry);
            } else if (!choices.contains(choice)) {
                entry.value().unknownWord(choice, choices);
            } else {
                readings.put(entry.key(), choice);
            }
        }
        return readings;
    }

    private void unknownReading(Cursor.Entry entry) {
        List<String> known =
                variants.base().pack().readings().stream().map(Reading::id).toList();
        cursor.context()
                .problem(
                        entry.keyPlace(),
                        Problem.Reason.UNKNOWN_READING,
                        entry.key(),
                        "没有口径“" + entry.key() + "”；有：" + String.join("、", known) + "。",
                        "There is no reading \"" + entry.key() + "\"; there are: " + String.join(", ", known) + ".");
    }

    private Optional<Calculation> calculation(
            Cursor field, SortedMap<String, String> readings, @Nullable String fill, boolean ofProgramme) {
        String id = field.word();
        return switch (variants.load(readings, fill)) {
            case LoadResult.Loaded loaded -> calculation(field, id, loaded.pack(), ofProgramme);
            case LoadResult.Refused refused -> {
                Problem first = refused.problems().getFirst();
                cursor.context()
                        .problem(
                                cursor.place(),
                                first.reason(),
                                readings + (fill == null ? "" : " " + fill),
                                "按本案例的口径和填补，政策包不能用：" + first.place() + "："
                                        + first.message().zh(),
                                "Read and filled as the case says, the pack cannot be used: " + first.place() + ": "
                                        + first.message().en());
                yield Optional.empty();
            }
        };
    }

    private static Optional<Calculation> calculation(Cursor field, String id, PolicyPack pack, boolean ofProgramme) {
        List<Calculation> fitting = new ArrayList<>(ofProgramme ? pack.programmes() : pack.products());
        Optional<Calculation> found =
                fitting.stream().filter(one -> one.id().equals(id)).findFirst();
        Optional<PolicyPack.WithheldProduct> withheld =
                pack.withheld().stream().filter(one -> one.id().equals(id)).findFirst();
        if (withheld.isPresent()) {
            List<String> terms =
                    withheld.get().terms().stream().map(term -> term.id()).toList();
            field.context()
                    .problem(
                            field.place(),
                            Problem.Reason.MISSING_FILL,
                            id,
                            "“" + id + "”还有未定事项没有填补：" + String.join("、", terms) + "；用 fill 指明填补文件。",
                            "\"" + id + "\" waits for open terms: " + String.join(", ", terms)
                                    + "; name a file that fills them under fill.");
        } else if (found.isEmpty() && !field.absent()) {
            List<String> known = new ArrayList<>();
            fitting.forEach(one -> known.add(one.id()));
            pack.withheld().forEach(one -> known.add(one.id()));
            field.unknownWord(id, known);
        }
        return found;
    }
}
