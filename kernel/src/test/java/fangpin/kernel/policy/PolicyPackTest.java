package fangpin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Product.CaseKind;
import fangpin.kernel.policy.Product.Counts;
import fangpin.kernel.policy.Product.DateBasis;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPackTest {
    private static final Text NAMELESS = new Text("", "");
    private static final LocalDate ISSUED = LocalDate.parse("2020-02-19");
    private static final Period YEAR = Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));
    private static final Clause FIRST = new Clause(new ClauseId("WH3 §3.1"), "保障", List.of("一", "二", "三"));
    private static final Clause OTHER = new Clause(new ClauseId("WH6 §3.2"), "管理", List.of());
    private static final Product MEDICAL = product("supplementary-medical", "supplementary");
    private static final Product ACCIDENT = product("accident", "nobody");
    private static final Programme RAIN_DEW = new Programme(
            "rain-dew",
            NAMELESS,
            FIRST.id(),
            Programme.Kind.GRANT,
            YEAR,
            false,
            List.of(),
            List.of(),
            new Program(List.of(), List.of(), List.of()),
            List.of(new Programme.Result("granted", NAMELESS, NAMELESS, 0)),
            List.of());
    private static final PolicyPack PACK = new PolicyPack(
            "weihai-2020",
            NAMELESS,
            "威海",
            ISSUED,
            YEAR,
            "00",
            null,
            List.of(document("WH3", FIRST), document("WH6", OTHER)),
            List.of(),
            List.of(),
            List.of(MEDICAL, ACCIDENT),
            List.of(),
            Standards.NONE,
            Funds.NONE,
            List.of(RAIN_DEW),
            List.of());

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            WH3 §3.1,   保障
            WH3 §3.1 ②, 保障
            WH6 §3.2,   管理
            WH6 §3.1,   none
            WH3 §3.2,   none
            """)
    void findsAClause(String id, @Nullable String heading) {
        assertEquals(Optional.ofNullable(heading), PACK.clause(new ClauseId(id)).map(Clause::heading));
    }

    @ParameterizedTest
    @CsvSource({"WH3 §3.1, '一\n二\n三'", "WH3 §3.1 ①, 一", "WH3 §3.1 ③, 三"})
    void quotesTheWordsAnIdPointsAt(String cited, String words) {
        assertEquals(words, FIRST.words(new ClauseId(cited)));
    }

    @Test
    void quotesNoParagraphThatIsNotThere() {
        assertThrows(IndexOutOfBoundsException.class, () -> FIRST.words(new ClauseId("WH3 §3.1 ④")));
    }

    @Test
    void findsAProduct() {
        assertEquals(Optional.of(ACCIDENT), PACK.product("accident"));
        assertEquals(Optional.of(MEDICAL), PACK.product("supplementary-medical"));
        assertTrue(PACK.product("industry").isEmpty());
    }

    @Test
    void findsAProgrammeAndEitherByItsId() {
        assertEquals(Optional.of(RAIN_DEW), PACK.programme("rain-dew"));
        assertTrue(PACK.programme("accident").isEmpty());
        assertEquals(Optional.of(RAIN_DEW), PACK.calculation("rain-dew"));
        assertEquals(Optional.of(ACCIDENT), PACK.calculation("accident"));
        assertTrue(PACK.calculation("industry").isEmpty());
        assertEquals(Optional.of(RAIN_DEW.results().getFirst()), RAIN_DEW.result("granted"));
        assertTrue(RAIN_DEW.result("paid").isEmpty());
    }

    @Test
    void knowsWhichLayerIsTheProductsOwn() {
        assertEquals("supplementary", MEDICAL.ownLayer().payer());
        assertThrows(NoSuchElementException.class, ACCIDENT::ownLayer);
    }

    @Test
    void findsProvisionsOfAKind() {
        Gate gate = new Gate("g", NAMELESS, FIRST.id(), NAMELESS, NAMELESS, Gate.Hardness.ALWAYS);
        Checklist list = new Checklist("c", NAMELESS, FIRST.id(), List.of());
        PolicyPack pack = new PolicyPack(
                "p",
                NAMELESS,
                "威海",
                ISSUED,
                YEAR,
                "00",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standards.NONE,
                Funds.NONE,
                List.of(),
                List.of(gate, list));
        assertEquals(List.of(gate), pack.provisions(Gate.class));
        assertEquals(List.of(list), pack.provisions(Checklist.class));
    }

    @Test
    void runningFiguresAreThePersonsOrThoseOfTheAccountColumn() {
        InputColumn household = new InputColumn(
                "household_id",
                NAMELESS,
                List.of(),
                InputColumn.Kind.KEY,
                InputColumn.Presence.NEEDED,
                List.of(),
                false,
                null);
        Product shared = product("p", "supplementary", List.of(household), "household_id");
        CaseInput one = new CaseInput("b1", "person-1", ISSUED, List.of(), Map.of("household_id", "house-7"));
        assertEquals(Optional.of(household), shared.accountColumn());
        assertEquals("house-7", one.account(shared));
        assertEquals(Optional.empty(), MEDICAL.accountColumn());
        assertEquals("person-1", one.account(MEDICAL));
        assertEquals(
                Optional.empty(), product("p", "x", List.of(household), null).accountColumn());
    }

    private static Document document(String id, Clause clause) {
        return new Document(id, "", "", ISSUED, "00", List.of(clause));
    }

    private static Product product(String id, String ownPayer) {
        return product(id, ownPayer, List.of(), null);
    }

    private static Product product(String id, String ownPayer, List<InputColumn> inputs, @Nullable String account) {
        return new Product(
                id,
                NAMELESS,
                FIRST.id(),
                CaseKind.BILL,
                YEAR,
                DateBasis.DISCHARGE,
                Counts.COVERED,
                new fangpin.kernel.policy.Premium(
                        Fen.ofYuan(450),
                        new fangpin.kernel.ClauseId("WH3 §3.1"),
                        fangpin.kernel.policy.Premium.AddedInYear.FULL,
                        fangpin.kernel.money.Rounding.HALF_UP),
                List.of(),
                inputs,
                account,
                new Program(List.of(), List.of(), List.of()),
                List.of(layer("basic"), layer("supplementary")),
                ownPayer,
                0,
                List.of());
    }

    private static PayerLayer layer(String payer) {
        return new PayerLayer(payer, NAMELESS, NAMELESS, FIRST.id(), PayerLayer.Base.ELIGIBLE, 0, false);
    }
}
