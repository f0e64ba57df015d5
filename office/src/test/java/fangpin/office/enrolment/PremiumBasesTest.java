package fangpin.office.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of one pack that insure different people are charged for their own people. */
class PremiumBasesTest {
    private static final PremiumFunding WEIHAI =
            Objects.requireNonNull(assertInstanceOf(LoadResult.Loaded.class, Packs.load("weihai-2020"))
                    .pack()
                    .funds()
                    .premium());

    @Test
    void productsThatInsureTheSamePeopleShareTheirHeadcount() {
        PremiumFunding apart = PremiumBases.apart(WEIHAI, product -> Set.of("policy-beneficiary", "instant-help"));
        assertEquals(WEIHAI.lines(), apart.lines());
        assertEquals(WEIHAI.measures(), apart.measures());
    }

    /** What is said where premiums by days cannot be worked out; empty where they can. */
    @ParameterizedTest
    @CsvSource({
        "weihai-2020, full-year, ''",
        "weihai-2020, by-days, ''",
        "lianyungang-2021, full-year, ''",
        "lianyungang-2021, by-days, 不记名的险种只能按全年计费",
    })
    void aShareOfThePopulationCannotBeChargedByDays(String pack, String reading, String said) {
        PolicyPack rules = pack(pack, reading);
        Optional<Text> unknown = PremiumBases.daysUnknown(
                rules, Objects.requireNonNull(rules.funds().premium()));
        assertEquals(said.isEmpty(), unknown.isEmpty());
        unknown.ifPresent(text -> assertTrue(text.zh().contains(said), text.zh()));
    }

    /** A pack whose product has no period, since open terms stand in it. */
    @Test
    void aProductWithOpenTermsCannotBeChargedByDays() {
        PolicyPack weihai = pack("weihai-2020", "by-days");
        PolicyPack open = pack("shandong-2020", null);
        Text said = PremiumBases.daysUnknown(
                        open, Objects.requireNonNull(weihai.funds().premium()))
                .orElseThrow();
        assertTrue(said.zh().contains("未明确的事项") && said.en().contains("open terms"), said.toString());
    }

    private static PolicyPack pack(String id, @Nullable String reading) {
        return assertInstanceOf(
                        LoadResult.Loaded.class,
                        Packs.load(id, reading == null ? Map.of() : Map.of("R10", reading), null))
                .pack();
    }

    @Test
    void productsThatChargeByDaysCountThePersonsWhoseDaysAreSummed() {
        PremiumFunding byDays =
                Objects.requireNonNull(pack("weihai-2020", "by-days").funds().premium());
        PremiumFunding apart = PremiumBases.apart(byDays, product -> Set.of("policy-beneficiary"));
        assertEquals(
                List.of("insured/supplementary-medical true", "insured/accident true"),
                apart.lines().stream()
                        .map(line -> line.base().measure() + " " + line.byDays())
                        .toList());
    }

    @Test
    void productsThatInsureOthersCountTheirOwn() {
        PremiumFunding apart = PremiumBases.apart(
                WEIHAI, product -> product.equals("accident") ? Set.of("policy-beneficiary") : Set.of("instant-help"));
        assertEquals(2, apart.lines().size());
        assertEquals(
                List.of("insured/supplementary-medical", "insured/accident"),
                apart.lines().stream().map(line -> line.base().measure()).toList());
        assertEquals(List.of("accident"), PremiumBases.products(apart, "insured/accident"));
        assertEquals(
                List.of("supplementary-medical", "accident"),
                PremiumBases.products(apart, "insured"),
                "who splits money over the insured counts everybody once");
    }
}
