package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.packs.LoadResult;
import fangpin.packs.cases.CaseFile;
import fangpin.packs.cases.CaseRow;
import fangpin.packs.cases.Expectation;
import fangpin.packs.cases.MemberSpell;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Variants;
import fangpin.packs.load.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked cases of Weihai's pack, written as files: the bulk executor gives what each case says, and so does the explaining one
 * beside it. Cases that take readings otherwise run through a copy of the pack that chooses so.
 */
class PackCasesThroughFilesTest {
    private static final Path PACKS = Path.of("..", "packs");
    private static final String PACK = "weihai-2020";

    @TempDir
    private Path folder = Path.of("");

    static List<SortedMap<String, String>> readings() {
        return cases().stream().map(PackCase::readings).distinct().toList();
    }

    private static List<PackCase> cases() {
        CaseFile file = CaseFile.read(new Variants(loaded(PACK)));
        assertEquals(List.of(), file.problems());
        return file.cases().stream()
                .filter(one -> one.work() instanceof PackCase.Settling && one.fill() == null)
                .toList();
    }

    private static LoadResult.Loaded loaded(String pack) {
        return switch (Packs.load(pack)) {
            case LoadResult.Loaded loaded -> loaded;
            case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyCaseComesOutAsItSays(SortedMap<String, String> readings) throws IOException {
        String pack = readings.isEmpty() ? PACK : copy(readings);
        List<PackCase> all =
                cases().stream().filter(one -> one.readings().equals(readings)).toList();
        for (Product product : loaded(pack).pack().products()) {
            List<PackCase> own = all.stream()
                    .filter(one -> one.product().equals(product.id()))
                    .toList();
            if (!own.isEmpty()) {
                run(pack, product, own);
            }
        }
    }

    /** A copy of the pack that takes these readings; the pack above it comes with the program. */
    private String copy(Map<String, String> readings) throws IOException {
        Path copy = folder.resolve(PACK);
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(PACKS.resolve(PACK))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        String policy = Files.readString(copy.resolve("policy.yaml"));
        for (Map.Entry<String, String> reading : readings.entrySet()) {
            Pattern chosen = Pattern.compile("(\\n  " + reading.getKey() + ":\\n(?:    .*\\n)*?    chosen: )\\S+");
            policy = chosen.matcher(policy).replaceFirst("$1" + reading.getValue());
        }
        Files.writeString(copy.resolve("policy.yaml"), policy);
        return copy.toString();
    }

    private void run(String pack, Product product, List<PackCase> cases) {
        boolean bills = product.caseKind() == Product.CaseKind.BILL;
        Desk desk = new Desk(folder);
        desk.write("members.csv", members(cases));
        desk.write(bills ? "bills.csv" : "claims.csv", rows(product, cases));
        String line = (bills ? Desk.SETTLE : Desk.DECIDE).replace("--pack " + PACK, "--pack " + pack);
        Answer answer = desk.run(line);
        assertTrue(answer.status() != 1, answer::toString);
        Map<String, Map<String, String>> results = byId(desk, "out.csv");
        Map<String, Map<String, String>> rejects = byId(desk, "rejects.csv");
        int rows = 0;
        for (PackCase one : cases) {
            for (CaseRow row : ((PackCase.Settling) one.work()).rows()) {
                String id = id(product, one, row);
                Map<String, String> reject = rejects.getOrDefault(id, Map.of("reason", ""));
                compare(id, row, results.getOrDefault(id, reject));
                rows++;
            }
        }
        assertEquals(rows, results.size() + rejects.size());
        explained(product, desk, results);
    }

    /** Refused or not, and every amount that the result file shows; who paid before is in the bill itself. */
    private static void compare(String id, CaseRow row, Map<String, String> got) {
        String refused = "";
        for (Expectation expected : row.expected()) {
            switch (expected) {
                case Expectation.Amount amount -> {
                    String column = amount.column();
                    String paid = got.getOrDefault("paid_" + column.replaceFirst("_paid$", ""), amount.text());
                    assertEquals(amount.text(), got.getOrDefault(column, paid), () -> id + " " + column);
                }
                case Expectation.Refused one -> refused = one.text();
                // which bound decided is not in the result file, and classes are of programmes
                case Expectation.Binding binding -> {}
                case Expectation.InClass inClass -> throw new AssertionError(id + " " + inClass);
            }
        }
        assertEquals(refused, got.getOrDefault("reason", ""), () -> id + " " + got);
    }

    /** One explanation for each settled row, with the same figures. */
    private static void explained(Product product, Desk desk, Map<String, Map<String, String>> results) {
        List<Explained> lines = Explained.lines(desk.read("explain.jsonl"));
        assertEquals(
                List.copyOf(results.keySet()),
                lines.stream().map(Explained::caseId).sorted().toList());
        for (Explained line : lines) {
            Map<String, String> result = results.getOrDefault(line.caseId(), Map.of());
            assertEquals(result.get("person_id"), line.personId());
            switch (product.caseKind()) {
                case CLAIM -> assertEquals(result.get("benefit"), line.paid(), line::caseId);
                case BILL -> {
                    assertEquals(result.get("supplementary_paid"), line.paid(), line::caseId);
                    assertEquals(result.get("year_paid"), line.yearPaid(), line::caseId);
                    assertEquals(result.get("self_paid"), line.buckets().get("self"), line::caseId);
                    assertEquals(result.get("ineligible_cost"), line.buckets().get("ineligible"), line::caseId);
                }
            }
        }
    }

    private static Map<String, Map<String, String>> byId(Desk desk, String file) {
        List<List<String>> table = Desk.table(desk.read(file));
        List<String> header = table.getFirst();
        Map<String, Map<String, String>> byId = new TreeMap<>();
        for (List<String> row : table.subList(1, table.size())) {
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < header.size(); column++) {
                cells.put(header.get(column), row.get(column));
            }
            byId.put(cells.getOrDefault("bill_id", cells.getOrDefault("claim_id", "")), cells);
        }
        return byId;
    }

    private static String members(List<PackCase> cases) {
        StringBuilder text = new StringBuilder(Desk.MEMBERS).append('\n');
        for (PackCase one : cases) {
            List<MemberSpell> members = ((PackCase.Settling) one.work()).members();
            if (members == null) {
                for (CaseRow row : ((PackCase.Settling) one.work()).rows()) {
                    text.append(person(one, row)).append(",policy-beneficiary,2019-12-31,\n");
                }
            } else {
                for (MemberSpell spell : members) {
                    boolean open = spell.status().until().getYear() > 9999;
                    text.append(one.id()).append('/').append(spell.person());
                    text.append(',').append(spell.category());
                    text.append(',').append(spell.status().from());
                    text.append(',')
                            .append(open ? "" : spell.status().lastDay())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String rows(Product product, List<PackCase> cases) {
        List<String> header = new ArrayList<>();
        header.addAll(
                product.caseKind() == Product.CaseKind.BILL
                        ? List.of("bill_id", "person_id", "admission_date", "discharge_date")
                        : List.of("claim_id", "person_id", "accident_date"));
        product.inputs().stream()
                .filter(column -> column.kind() != InputColumn.Kind.COVERED)
                .forEach(column -> header.add(column.name()));
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (PackCase one : cases) {
            for (CaseRow row : ((PackCase.Settling) one.work()).rows()) {
                List<String> cells = header.stream()
                        .map(name -> cell(product, one, row, name))
                        .toList();
                text.append(String.join(",", cells)).append('\n');
            }
        }
        return text.toString();
    }

    /** A cell of a file, with what a case may leave out put in place. */
    private static String cell(Product product, PackCase one, CaseRow row, String column) {
        Map<String, String> given = row.given();
        String start = product.period().from().toString();
        return switch (column) {
            case "bill_id", "claim_id" -> id(product, one, row);
            case "person_id" -> person(one, row);
            case "admission_date" -> first(given, "admission_date", "discharge_date", start);
            case "discharge_date" -> first(given, "discharge_date", "admission_date", start);
            case "accident_date" -> given.getOrDefault(column, start);
            case "accident_id" -> given.getOrDefault(column, "1");
            case "total_cost" -> first(given, "total_cost", "eligible_cost", "0");
            case "grade", "cause", "kind" -> given.getOrDefault(column, "");
            default -> given.getOrDefault(column, "0");
        };
    }

    private static String first(Map<String, String> given, String column, String otherwise, String value) {
        return given.getOrDefault(column, given.getOrDefault(otherwise, value));
    }

    /** Unlike a case's table, a file holds an id once; the order among a person's rows stays. */
    private static String id(Product product, PackCase one, CaseRow row) {
        String column = product.caseKind() == Product.CaseKind.BILL ? "bill_id" : "claim_id";
        return person(one, row) + "/" + row.given().getOrDefault(column, "%03d".formatted(row.number()));
    }

    private static String person(PackCase one, CaseRow row) {
        return one.id() + "/" + row.given().getOrDefault("person_id", "P");
    }
}
