package fangpin.office.enrolment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import fangpin.office.RunningOffice;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over random statuses of many persons the database says of each what the kernel's rule says. */
class DraftRulesTest {
    private static final int PERSONS = 100;
    private static final LocalDate DAY_0 = LocalDate.of(2018, 6, 1);
    private static final List<String> KINDS = List.of("policy-beneficiary", "instant-help");

    private final RunningOffice office = RunningOffice.get();

    private record Spell(
            String kind, LocalDate from, @Nullable LocalDate to) {}

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            county, seed, beneficiaries join, they end,   answer, instant-help joins, it ends,    as of
            371091, 1,    PERIOD_START,       PERIOD_END, YES,    INCLUSION,          PERIOD_END, 2022-01-01
            371092, 2,    PERIOD_START,       STATUS_END, YES,    INCLUSION,          STATUS_END, 2022-01-01
            371093, 3,    INCLUSION,          STATUS_END, REFER,  PERIOD_START,       PERIOD_END, 2022-01-01
            371094, 4,    PERIOD_START,       PERIOD_END, REFER,  INCLUSION,          STATUS_END, 2020-05-10
            371095, 5,    INCLUSION,          PERIOD_END, YES,    INCLUSION,          STATUS_END, 2019-12-15
            """)
    void theDatabaseSaysWhatTheKernelSays(
            String code,
            long seed,
            CoverRule.Joins joins,
            CoverRule.Ends ends,
            CoverRule.Answer answer,
            CoverRule.Joins otherJoins,
            CoverRule.Ends otherEnds,
            LocalDate asOf) {
        InsuredCounty county = new InsuredCounty(office, code);
        List<CoverRule> rules = List.of(
                rule(KINDS.get(0), joins, ends, answer),
                rule(KINDS.get(1), otherJoins, otherEnds, CoverRule.Answer.YES));
        Product product = product(rules);
        Random random = new Random(seed);
        Map<Long, String> expected = new TreeMap<>();
        for (int person = 0; person < PERSONS; person++) {
            List<Spell> spells = spells(random);
            long id = county.person(county.upperVillage, "甲").id();
            spells.forEach(spell -> county.status(id, spell.kind(), spell.from(), spell.to()));
            said(product, spells, asOf).ifPresent(cover -> expected.put(id, cover));
        }
        assertEquals(expected, inDatabase(county, product, asOf));
    }

    /** Up to three statuses of each kind, some of them one after the other without a gap. */
    private static List<Spell> spells(Random random) {
        List<Spell> spells = new ArrayList<>();
        for (String kind : KINDS) {
            LocalDate from = DAY_0.plusDays(random.nextInt(700));
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate to = random.nextInt(4) == 0 && i == 1 ? null : from.plusDays(1 + random.nextInt(400));
                spells.add(new Spell(kind, from, to));
                if (to != null) {
                    from = random.nextBoolean() ? to : to.plusDays(1 + random.nextInt(200));
                }
            }
        }
        if (random.nextInt(5) == 0) {
            LocalDate start = InsuredCounty.FIRST_DAY;
            spells.removeIf(spell -> spell.kind().equals(KINDS.getFirst()));
            spells.add(new Spell(
                    KINDS.getFirst(), start.minusDays(random.nextInt(3)), start.plusDays(random.nextInt(3) + 1)));
        }
        return spells;
    }

    private static Optional<String> said(Product product, List<Spell> spells, LocalDate asOf) {
        record Cover(CoverRule rule, Period days) {}
        List<Cover> covers = new ArrayList<>();
        for (CoverRule rule : product.cover()) {
            for (Period run : runs(spells, rule.category(), asOf)) {
                rule.cover(run, product.period()).ifPresent(days -> covers.add(new Cover(rule, days)));
            }
        }
        return covers.stream()
                .min(Comparator.<Cover>comparingInt(cover -> cover.rule().answer() == CoverRule.Answer.YES ? 0 : 1)
                        .thenComparing(cover -> cover.days().from())
                        .thenComparing(cover -> cover.days().until(), Comparator.reverseOrder())
                        .thenComparingInt(cover -> product.cover().indexOf(cover.rule())))
                .map(cover -> cover.rule().category() + " " + cover.rule().answer() + " "
                        + cover.days().from() + " " + cover.days().until());
    }

    /** The days in a row of a status; those that began after the day do not count. */
    private static List<Period> runs(List<Spell> spells, String kind, LocalDate asOf) {
        List<Period> runs = new ArrayList<>();
        for (Spell spell : spells) {
            if (!spell.kind().equals(kind) || spell.from().isAfter(asOf)) {
                continue;
            }
            LocalDate until = spell.to() == null ? LocalDate.MAX : spell.to();
            if (!runs.isEmpty() && runs.getLast().until().equals(spell.from())) {
                runs.add(new Period(runs.removeLast().from(), until));
            } else {
                runs.add(new Period(spell.from(), until));
            }
        }
        return runs;
    }

    private Map<Long, String> inDatabase(InsuredCounty county, Product product, LocalDate asOf) {
        Map<Long, String> said = new TreeMap<>();
        office.part(ScopedWork.class)
                .read(
                        county.clerk,
                        () -> DraftRules.of(List.of(product))
                                .bind(office.part(JdbcClient.class).sql(DraftSql.RULES_ONLY))
                                .param("place", county.path)
                                .param("asOf", asOf)
                                .query((row, number) -> said.put(
                                        row.getLong("person_id"),
                                        row.getString("category") + " " + row.getString("answer") + " "
                                                + row.getString("valid_from") + " " + row.getString("valid_to")))
                                .list());
        return said;
    }

    private static CoverRule rule(String kind, CoverRule.Joins joins, CoverRule.Ends ends, CoverRule.Answer answer) {
        return new CoverRule(kind, new Text(kind, kind), new ClauseId("WH3 §2b"), joins, ends, answer, List.of());
    }

    private static Product product(List<CoverRule> rules) {
        LoadResult.Loaded loaded = (LoadResult.Loaded) Packs.load(InsuredCounty.PACK);
        Product product = loaded.pack().product("accident").orElseThrow();
        return new Product(
                product.id(),
                product.name(),
                product.clause(),
                product.caseKind(),
                product.period(),
                product.dateBasis(),
                product.counts(),
                product.premium(),
                rules,
                product.inputs(),
                product.account(),
                product.program(),
                product.layers(),
                product.ownPayer(),
                product.yearPaidRegister(),
                product.readings());
    }
}
