package fangpin.office.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        "weihai-2020, full-year, false",
        "weihai-2020, by-days, true",
        "lianyungang-2021, full-year, false",
        "lianyungang-2021, by-days, false",
    })
    void whoIsInsuredByNameMayBeChargedByDaysAndAShareOfThePopulationNot(String pack, String reading, boolean byDays) {
        PolicyPack rules = assertInstanceOf(LoadResult.Loaded.class, Packs.load(pack, Map.of("R10", reading), null))
                .pack();
        assertEquals(
                byDays,
                PremiumBases.anyByDays(
                        rules, Objects.requireNonNull(rules.funds().premium())));
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
