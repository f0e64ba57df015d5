package fangpin.packs.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.packs.TestPacks;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs of a province against its floors: what the documents of Weihai and Licheng come to, and every kind of verdict. */
class FloorCheckTest {
    private static final List<FloorFinding> OF_SHANDONG =
            PackCheck.check("shandong-2020").floors();

    @TempDir
    Path folder;

    static Stream<Arguments> pages() {
        return Stream.of("weihai", "licheng")
                .flatMap(pack -> Stream.of(Language.values()).map(language -> Arguments.of(pack, language)));
    }

    /** The findings as they stand in {@code weihai_zh.txt} and the like: SD §3 to §5 against WH3 and LC. */
    @ParameterizedTest
    @MethodSource("pages")
    void theFindingsOfTheShippedPacksAreToldWordForWord(String pack, Language language) throws IOException {
        CheckReport report = PackCheck.check(pack + "-2020");
        String page = String.join("\n", FloorText.lines(report.floors(), language)) + "\n";
        assertEquals(text(pack + "_" + language.name().toLowerCase(Locale.ROOT) + ".txt"), page);
        assertTrue(report.render(language).endsWith(page));
        assertTrue(report.passed(), "findings never fail a pack");
    }

    /** What the design lists as the least that must be told of Weihai (WH3) and Licheng (LC). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weihai-2020  | ACCIDENT_PREMIUM            | BREACH_WITH_WAIVER | 450.00元 + 8.00元 = 458.00元，不低于 110.00元 + 10.00元 = 120.00元
            weihai-2020  | ACCIDENT_DISABILITY_BENEFIT | DEPENDS_ON_READING | 6级 25,000.00元、7级 20,000.00元、8级 15,000.00元、9级 10,000.00元、10级 5,000.00元
            weihai-2020  | MEDICAL_SELF_PAYMENT        | BREACH             | 在先各方付完
            weihai-2020  | MEDICAL_REIMBURSED_SHARE    | SOFT_DEVIATION     | 98%
            weihai-2020  | MEDICAL_PREMIUM             | PASS               | 每人每年 450.00元
            weihai-2020  | MEDICAL_YEARLY_CAP          | PASS               | 每人每年 600,000.00元
            weihai-2020  | ACCIDENT_DEATH_BENEFIT      | PASS               | 每人 50,000.00元
            weihai-2020  | ACCIDENT_MEDICAL_BENEFIT    | PASS               | 每人 20,000.00元
            weihai-2020  | INSURED_GROUPS              | PASS               | 脱贫享受政策、即时帮扶
            licheng-2020 | MEDICAL_PREMIUM             | PASS               | 541,700.00元 ÷ 2381
            licheng-2020 | MEDICAL_PREMIUM             | PASS               | 每人每年 227.51元
            licheng-2020 | ACCIDENT_COVER              | UNDEFINED          | SD §3、SD §4.2
            """)
    void theProvincesCheckTellsOfEveryPackBelow(String pack, FloorQuantity quantity, String verdict, String words) {
        FloorFinding finding = OF_SHANDONG.stream()
                .filter(one -> one.pack().equals(pack) && one.floor().quantity() == quantity)
                .findFirst()
                .orElseThrow();
        assertEquals(verdict, finding.verdict().name());
        String told = String.join("\n", finding.words(Language.ZH));
        assertTrue(told.contains(words), told);
        assertTrue(told.contains("鲁扶贫办字〔2020〕2号 SD §"), told);
    }

    @Test
    void onlyThePacksOfTheProvinceAreTold() {
        assertEquals(
                List.of("weihai-2020", "licheng-2020"),
                OF_SHANDONG.stream().map(FloorFinding::pack).distinct().toList());
        assertEquals(List.of(), PackCheck.check("lishui-2017").floors());
        assertEquals(List.of(), PackCheck.check("lianyungang-2021").floors());
    }

    /** What is changed in which of the trial packs, and the verdict that must come of it. */
    @ParameterizedTest(name = "{1} becomes {2}: {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            county   | pack: county-2099          | pack: county-2099           | cover      | PASS
            county   | pack: county-2099          | pack: county-2099           | groups     | PASS
            county   | pack: county-2099          | pack: county-2099           | period     | PASS
            county   | pack: county-2099          | pack: county-2099           | medical    | PASS
            county   | pack: county-2099          | pack: county-2099           | cap        | DEPENDS_ON_READING
            county   | pack: county-2099          | pack: county-2099           | share      | SOFT_DEVIATION
            county   | pack: county-2099          | pack: county-2099           | zero       | PASS
            county   | pack: county-2099          | pack: county-2099           | accident   | BREACH_WITH_WAIVER
            county   | pack: county-2099          | pack: county-2099           | disability | DEPENDS_ON_READING
            county   | amount: 10元               | amount: 20元                | accident   | PASS
            county   | amount: 10元               | amount: 0.01元              | accident   | BREACH_WITH_WAIVER
            county   | amount: 120元              | amount: 110元               | accident   | BREACH_WITH_WAIVER
            county   | amount: 120元              | amount: 109.99元            | accident   | BREACH
            county   | premium: injury}           | quotient: {amount: 3万元, count: 1, clause: CY §4}} | accident | PASS
            county   | amount: 24万元             | amount: 20万元              | medical    | PASS
            county   | amount: 24万元             | amount: 199999.99元         | medical    | BREACH
            county   | accident-premium, per: person-year | accident-premium, per: household-year | accident | NOT_COMPARABLE
            county   | quantity: accident-premium | quantity: accident-premium-subsidy   | accident | UNDEFINED
            province | value: 20元, per: person-year, clauses: [PV §3], hardness: hard, waiver: *shift | value: 20元, per: person-year, clauses: [PV §3], hardness: hard | accident | BREACH
            province | value: 20元, per: person-year, clauses: [PV §3], hardness: hard | value: 20元, per: person-year, clauses: [PV §3], hardness: soft | accident | SOFT_DEVIATION
            province | relation: at-least, value: 10万元 | relation: at-most, value: 12万元 | cap     | PASS
            province | relation: at-least, value: 10万元 | relation: at-most, value: 119999.99元 | cap | DEPENDS_ON_READING
            province | relation: at-least, value: 10万元 | relation: at-most, value: 89999.99元 | cap | BREACH
            province | holds_for: {by_reading: P1, top-grade: highest, every-grade: every} | holds_for: highest | disability | PASS
            province | holds_for: {by_reading: P1, top-grade: highest, every-grade: every} | holds_for: every   | disability | BREACH
            county   | minimum: 3000元            | minimum: 2万元              | disability | PASS
            county   | year: 12万元, stay: 9万元  | year: 12万元, stay: 10万元  | cap        | PASS
            county   | year: 12万元, stay: 9万元  | year: 9万元, stay: 9万元    | cap        | BREACH
            county   | limit: {by_reading: C1, year: 12万元, stay: 9万元} | limit: {open_term: bonus} | cap | UNDEFINED
            county   | cap: {amount: owed, limit: {by_reading: C1, year: 12万元, stay: 9万元}, used: [paid_before]} | tiers: {amount: owed, method: marginal, origin: absolute, tiers: [{share: 50%}]} | cap | NOT_COMPARABLE
            county   | per: bill, example: {case: two-persons | per: bill, example: {case: one-person | zero | UNDEFINED
            province | value: 80%                 | value: 85%                  | share      | SOFT_DEVIATION
            province | relation: about, value: 80% | relation: at-least, value: 80% | share   | PASS
            province | relation: about, value: 80% | relation: at-least, value: 86% | share   | SOFT_DEVIATION
            province | relation: about, value: 80% | relation: at-most, value: 99%  | share   | NOT_COMPARABLE
            province | value: [0元]               | value: [0元, 50元]          | zero       | BREACH
            province | relation: none-of, value: [0元] | relation: at-most, value: 150元 | zero | PASS
            province | relation: none-of, value: [0元] | relation: at-most, value: 149.99元 | zero | BREACH
            county   | category: instant-help     | category: other             | groups     | BREACH
            county   | insured: hospital          | groups: {named: {poor: {zh: 贫困户, en: poor}}, clause: CY §1} | groups | NOT_COMPARABLE
            county   | period: {product: hospital | period: {product: injury    | period     | PASS
            county   | period: {from: 2099-01-01, until: 2100-01-01, clause: CY §1}\\n    cover_date: discharge | period: {from: 2099-01-02, until: 2100-01-01, clause: CY §1}\\n    cover_date: discharge | period | BREACH
            county   | quantity: accident-cover, product: injury | quantity: accident-cover, stated: CY §3 | cover | PASS
            """)
    void everyKindOfVerdict(String pack, String words, String by, String floor, String verdict) {
        Path county = copies();
        change(pack, words, by);
        FloorFinding finding = finding(PackCheck.check(county.toString()), floor);
        assertEquals(verdict, finding.verdict().name(), () -> String.join("\n", finding.words(Language.EN)));
        for (Language language : Language.values()) {
            String told = String.join("\n", finding.words(language));
            assertTrue(told.contains("试省扶〔2099〕1号 PV §") && told.contains("试县扶〔2099〕1号"), told);
            assertTrue(!told.contains("{"), told);
        }
    }

    /** The folder of a province tells the same of the packs beside it as each of them tells of itself. */
    @Test
    void aProvincesFolderTellsOfTheFoldersBesideIt() {
        Path county = copies();
        List<FloorFinding> ofItself = PackCheck.check(county.toString()).floors();
        List<FloorFinding> ofProvince =
                PackCheck.check(folder.resolve("province-2099").toString()).floors();
        assertEquals(9, ofItself.size());
        assertEquals(ofItself, ofProvince);
    }

    /** A floor applies to every pack of the province, also two levels down. */
    @Test
    void aTownBelowTheCountyIsHeldAgainstTheProvince() throws IOException {
        copies();
        Path town = Files.createDirectories(folder.resolve("town-2099"));
        Files.writeString(town.resolve("policy.yaml"), """
                format: fangpin-policy-pack/1
                pack: town-2099
                title: {zh: 试验镇, en: Trial town}
                jurisdiction: "990002"
                superior: county-2099
                issued: 2098-12-01
                in_force: {from: 2099-01-01, until: 2100-01-01}
                documents: []
                """);
        CheckReport report = PackCheck.check(folder.resolve("province-2099").toString());
        assertEquals(
                List.of("county-2099", "town-2099"),
                report.floors().stream().map(FloorFinding::pack).distinct().toList());
        assertTrue(report.render(Language.EN).contains("\n    town-2099 (town-2099): says nothing of it\n"));
        assertEquals(
                List.of("UNDEFINED"),
                report.floors().stream()
                        .filter(one -> one.pack().equals("town-2099"))
                        .map(one -> one.verdict().name())
                        .distinct()
                        .toList());
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private Path copies() {
        TestPacks.copy("province-2099", folder);
        return TestPacks.copy("county-2099", folder);
    }

    private void change(String pack, String words, String by) {
        TestPacks.replace(
                folder.resolve(pack + "-2099"), "policy.yaml", words.replace("\\n", "\n"), by.replace("\\n", "\n"));
    }

    private static FloorFinding finding(CheckReport report, String floor) {
        return report.floors().stream()
                .filter(one -> one.floor().id().equals(floor))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(FloorCheckTest.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
