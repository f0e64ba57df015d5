package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.money.Fen;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Clauses;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a case about public money: a table with a row a division, measures before the {@code =}, amounts after it. */
final class FundCaseReader {
    private static final String SCHEME = "scheme";
    private static final String PREMIUM_FUNDING = "premium_funding";
    private static final Pattern PERCENT = Pattern.compile("[0-9]+\\.[0-9]{2}%");

    private final Cursor cursor;
    private final Variants variants;
    private final Clauses clauses;
    private final CaseReader others;

    FundCaseReader(Cursor cursor, Variants variants, Clauses clauses, CaseReader others) {
        this.cursor = cursor;
        this.variants = variants;
        this.clauses = clauses;
        this.others = others;
    }

    /** Whether a case is one about public money. */
    static boolean reads(Cursor item) {
        return item.has(SCHEME) || item.has(PREMIUM_FUNDING);
    }

    /** Empty if something is wrong; what it is has gone to the context. */
    Optional<FundCase> read() {
        int before = cursor.context().problems().size();
        String id = cursor.field("case").word();
        Text name = new Text(cursor.field("zh").word(), cursor.field("en").word());
        List<ClauseId> cited =
                cursor.field("clauses").items().stream().map(clauses::cited).toList();
        SortedMap<String, String> readings =
                cursor.optional("readings").map(others::readings).orElse(new TreeMap<>());
        String fill = cursor.optional("fill").map(Cursor::word).orElse(null);
        Text origin = cursor.field("origin").text();
        Optional<Funds> funds = funds(readings, fill);
        Optional<FundCase.Work> work = funds.flatMap(known -> cursor.has(SCHEME) ? splitting(known) : funding(known));
        if (work.isEmpty() || funds.isEmpty()) {
            Stream.of(SCHEME, PREMIUM_FUNDING, "carry_over", "columns", "rows").forEach(cursor::has);
            return Optional.empty();
        }
        List<FundCase.Row> rows = rows(work.get(), funds.get());
        return cursor.context().problems().size() > before
                ? Optional.empty()
                : Optional.of(new FundCase(id, name, cited, readings, fill, origin, cursor.place(), work.get(), rows));
    }

    // ----------------------------------------------------------------------------------------------------- what for

    private Optional<FundCase.Work> splitting(Funds funds) {
        Cursor field = cursor.field(SCHEME);
        List<String> known = funds.schemes().stream().map(AllocationScheme::id).toList();
        if (!known.contains(field.word())) {
            notThere(field, known, funds);
            return Optional.empty();
        }
        return Optional.of(new FundCase.Splitting(field.word()));
    }

    private Optional<FundCase.Work> funding(Funds funds) {
        Cursor field = cursor.field(PREMIUM_FUNDING);
        PremiumFunding premium = funds.premium();
        Optional<Cursor> carryOver = cursor.optional("carry_over");
        if (premium == null || !premium.id().equals(field.word())) {
            notThere(field, premium == null ? List.of() : List.of(premium.id()), funds);
            return Optional.empty();
        }
        return Optional.of(new FundCase.Funding(
                field.word(), carryOver.map(FundCaseReader::money).orElse(Fen.ZERO)));
    }

    private static void notThere(Cursor field, List<String> known, Funds funds) {
        String id = field.word();
        Optional<Funds.Withheld> withheld =
                funds.withheld().stream().filter(one -> one.id().equals(id)).findFirst();
        if (withheld.isEmpty()) {
            field.unknownWord(id, known);
            return;
        }
        String terms = String.join(", ", withheld.get().terms());
        field.context()
                .problem(
                        field.place(),
                        Problem.Reason.MISSING_FILL,
                        id,
                        "“" + id + "”还有未定事项没有填补：" + terms + "；用 fill 指明填补文件。",
                        "\"" + id + "\" waits for open terms: " + terms + "; name a file that fills them under fill.");
    }

    private static Fen money(Cursor cell) {
        Optional<Fen> fen = RowInput.money(cell.cell());
        if (fen.isEmpty()) {
            cell.wrongType("以元计的金额，如 1234.50", "an amount in yuan such as 1234.50");
        }
        return fen.orElse(Fen.ZERO);
    }

    /** The pack's fund rules as the case reads and fills them. */
    private Optional<Funds> funds(SortedMap<String, String> readings, @Nullable String fill) {
        return switch (variants.load(readings, fill)) {
            case LoadResult.Loaded loaded -> Optional.of(loaded.pack().funds());
            case LoadResult.Refused refused -> {
                others.cannotBeUsed(refused, readings, fill);
                yield Optional.empty();
            }
        };
    }

    // ---------------------------------------------------------------------------------------------------------- table

    private List<FundCase.Row> rows(FundCase.Work work, Funds funds) {
        Map<String, String> givable = new LinkedHashMap<>(Map.of(FundColumns.DIVISION, FundColumns.DIVISION));
        for (Measure measure : funds.measures()) {
            givable.put(measure.id(), measure.id());
        }
        List<String> divisions = divisions(work, funds);
        CaseTable columns = CaseTable.read(cursor.field("columns"), givable, expectable(work, funds));
        List<FundCase.Row> rows = new ArrayList<>();
        Cursor list = cursor.field("rows");
        for (Cursor row : list.items()) {
            rows.add(row(rows.size() + 1, row, columns, divisions));
        }
        if (rows.isEmpty() && !list.absent()) {
            list.wrongType("至少一行", "at least one row");
        }
        return List.copyOf(rows);
    }

    private static List<String> divisions(FundCase.Work work, Funds funds) {
        PremiumFunding premium = funds.premium();
        List<Division> listed = switch (work) {
            case FundCase.Splitting splitting ->
                funds.scheme(splitting.id()).map(AllocationScheme::divisions).orElse(List.of());
            case FundCase.Funding _ -> premium == null ? List.of() : premium.divisions();
        };
        return listed.stream().map(Division::code).toList();
    }

    private static List<String> expectable(FundCase.Work work, Funds funds) {
        PremiumFunding premium = funds.premium();
        return switch (work) {
            case FundCase.Splitting splitting ->
                funds.scheme(splitting.id()).map(FundColumns::of).orElse(List.of());
            case FundCase.Funding _ -> premium == null ? List.of() : FundColumns.of(premium);
        };
    }

    private static FundCase.Row row(int number, Cursor row, CaseTable columns, List<String> divisions) {
        Map<String, String> given = new HashMap<>();
        List<FundCase.Cell> expected = new ArrayList<>();
        columns.cells(
                row,
                (column, cell) -> {
                    if (!cell.cell().isEmpty()) {
                        given.put(column, cell.cell());
                    }
                },
                (column, cell) -> {
                    if (!cell.cell().isEmpty()) {
                        expected.add(new FundCase.Cell(cell.place(), column, expected(column, cell)));
                    }
                });
        String division = given.getOrDefault(FundColumns.DIVISION, "");
        boolean total = division.equals(FundCase.TOTAL);
        if (!total && !divisions.isEmpty() && !divisions.contains(division)) {
            List<String> accepted = new ArrayList<>(divisions);
            accepted.add(FundCase.TOTAL);
            noDivision(row, division, accepted);
        }
        given.remove(FundColumns.DIVISION);
        return new FundCase.Row(number, row.place(), division, Map.copyOf(given), List.copyOf(expected));
    }

    private static void noDivision(Cursor row, String division, List<String> accepted) {
        row.wrongType(
                "某个区划的一行（读到“" + division + "”），区划可以写：" + String.join("、", accepted),
                "a row of a division (\"" + division + "\" was read), one of " + String.join(", ", accepted) + ",");
    }

    /** What a cell expects, as results are written. */
    private static String expected(String column, Cursor cell) {
        String text = cell.cell();
        return switch (column) {
            case FundColumns.REFUSED -> {
                List<String> words = Stream.of(FundRefusal.Reason.values())
                        .map(FundRefusal.Reason::word)
                        .toList();
                if (!words.contains(text)) {
                    cell.unknownWord(text, words);
                }
                yield text;
            }
            case FundColumns.TILT -> {
                if (!PERCENT.matcher(text).matches()) {
                    cell.wrongType("两位小数的百分比，如 88.94%", "a percentage with two decimals such as 88.94%");
                }
                yield text;
            }
            default -> money(cell).yuan();
        };
    }
}
