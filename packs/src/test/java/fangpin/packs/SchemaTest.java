package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import fangpin.packs.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that editors check packs by accept what is shipped and refuse what the loader refuses. */
class SchemaTest {
    private static final Schema POLICY = schema("policy-pack.schema.json");
    private static final Schema CASES = schema("pack-cases.schema.json");

    static List<Path> folders() {
        Stream<Path> ofTests = Stream.of(
                        "plain-2099",
                        "grants-2099",
                        "shapes-2099",
                        "provisions-2099",
                        "province-2099",
                        "county-2099",
                        "funds-2099")
                .map(TestPacks::folder);
        return Stream.of(Packs.shipped().stream().map(Path::of), ofTests, Stream.of(ExamplePackTest.FOLDER))
                .flatMap(folders -> folders)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyPackAndItsCasesValidate(Path folder) throws IOException {
        assertEquals(List.of(), errors(POLICY, Files.readString(folder.resolve("policy.yaml"))));
        if (Files.exists(folder.resolve("cases.yaml"))) {
            assertEquals(List.of(), errors(CASES, Files.readString(folder.resolve("cases.yaml"))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            issued: 2098-12-01      | issued: 2098-12-01\\ncity: 1
            issued: 2098-12-01      | ``
            counts: covered         | counts: covered\\n    pays: 1
            settles: bill           | settles: bills
            sum: [paid_before, paid] | plus: [paid_before, paid]
            sum: [paid_before, paid] | sum: [paid_before, paid], lump_sum: {amount: 1元}
            sum: [paid_before, paid] | sum: paid
            limit: 1万元            | limit: 1
            limit: 1万元            | limit: {by_reading: T1}
            limit: 1万元            | limit: {open_term: x, or: y}
            limit: 1万元, used      | limit: 1万元, uses
            grade-a: 90%            | grade-a: 90
            sum_of: paid            | mean_of: paid
            fangpin-policy-pack/1   | fangpin-policy-pack/2
            """)
    void whatTheLoaderRefusesOfAPackIsRefused(String words, String by) throws IOException {
        assertRefused(POLICY, "plain-2099", "policy.yaml", words, by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            province-2099 | quantity: accident-cover  | quantity: flood-cover
            province-2099 | at-least, value: 10万元   | at-lest, value: 10万元
            province-2099 | at-least, value: 10万元   | at-least, valu: 10万元
            province-2099 | at-least, value: 10万元   | at-least, value: 100000
            province-2099 | value: [0元]              | value: [0]
            province-2099 | per: bill                 | per: visit
            province-2099 | hardness: soft            | hardness: harder
            province-2099 | shift_between: [medical, accident] | between: [medical, accident]
            province-2099 | holds_for: {by_reading: P1, top-grade: highest, every-grade: every} | holds_for: top
            county-2099   | accident-cover, product: injury | accident-cover
            county-2099   | accident-cover, product: injury | accident-cover, product: injury, stated: CY §3
            county-2099   | amount: 24万元, count: 2000 | amount: 24, count: 2000
            county-2099   | {product: hospital, step: paid} | {product: hospital}
            county-2099   | insured: hospital         | insures: hospital
            """)
    void whatTheLoaderRefusesOfFloorsIsRefused(String pack, String words, String by) throws IOException {
        assertRefused(POLICY, pack, "policy.yaml", words, by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantum: {amount: 1000元, | quantum: {amount: 1000,
            quantum: {amount: 1000元, | quantum: {
            parent: "02"            | parents: "02"
            unit: persons, name: {zh: 农村 | unit: heads, name: {zh: 农村
            level: city             | level: state
            given: {amount: 12万元, measure: works-amount} | given: {amount: 12万元}
            given: {amount: 12万元  | giving: {amount: 12万元
            ratio: 50%              | ratio: "0.5"
            matching: {item: block, ratio: 50%} | matching: {item: block, ratio: 50%}\\n        given: {amount: 1元, measure: works-amount}
            levels: [city, district] | levels: [city, town]
            rate: 50元              | price: 50元
            share: 20%, clause      | shares: 20%, clause
            pays: rest              | pays: all
            pays: rest              | item: block, pays: rest
            measure: gift-amount    | measure: gift-amount, amount: 1元
            """)
    void whatTheLoaderRefusesOfFundsIsRefused(String words, String by) throws IOException {
        assertRefused(POLICY, "funds-2099", "policy.yaml", words, by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            carry_over: 0.01        | carry_on: 0.01
            case: works-short       | case: works-short\\n    product: inpatient
            scheme: county-2099\\n    clauses: [FU §1]\\n    readings | clauses: [FU §1]\\n    readings
            """)
    void whatTheLoaderRefusesOfFundCasesIsRefused(String words, String by) throws IOException {
        assertRefused(CASES, "funds-2099", "cases.yaml", words, by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            case: yearly-limit      | cases: yearly-limit
            case: yearly-limit      | case: yearly-limit\\n    extra: 1
            premium: inpatient      | product: inpatient\\n    premium: inpatient
            readings: {T1: down}    | readings: [T1]
            fangpin-pack-cases/1    | fangpin-pack-cases/2
            """)
    void whatTheLoaderRefusesOfCasesIsRefused(String words, String by) throws IOException {
        assertRefused(CASES, "plain-2099", "cases.yaml", words, by);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: loss-sharing      | kind: sharing
            kind: count, zh: [户数] | kind: key, zh: [户数]
            parts: &parts {insurer: 7, bank: 3} | parts: &parts {insurer: 7}
            take: bank              | takes: bank
            denominator: demand     | over: demand
            {share: 70%, times: 12} | {share: 70%, time: 12}
            from: 1倍, below: 2倍   | from: 100%, below: 2倍
            amount: income, of: line | amount: income
            otherwise: none         | others: none
            takes: layer            | take: layer
            eligible:\\n      - {name: {zh: 工作人员, en: staff}, clause: GR §3} | lines: []
            """)
    void whatTheLoaderRefusesOfProgrammesIsRefused(String words, String by) throws IOException {
        assertRefused(POLICY, "grants-2099", "policy.yaml", words, by);
    }

    private static void assertRefused(Schema schema, String pack, String file, String words, String by)
            throws IOException {
        String text = Files.readString(TestPacks.folder(pack).resolve(file));
        String changed = text.replace(words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        assertFalse(changed.equals(text), words);
        assertFalse(errors(schema, changed).isEmpty(), changed);
    }

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of(file)));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static List<String> errors(Schema schema, String text) {
        List<Problem> problems = new ArrayList<>();
        Yaml yaml = YamlReader.read("test.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow();
        assertEquals(List.of(), problems);
        return schema.validate(json(yaml)).stream().map(Error::toString).toList();
    }

    /** The same as JSON, every single value as text, the way the loader reads it. */
    private static JsonNode json(Yaml yaml) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (yaml) {
            case Yaml.Mapping mapping -> {
                ObjectNode object = nodes.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
                yield object;
            }
            case Yaml.Sequence sequence -> {
                ArrayNode array = nodes.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Yaml.Scalar scalar -> nodes.stringNode(scalar.text());
        };
    }
}
