package fangpin.kernel.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundLevelTest {
    @ParameterizedTest
    @CsvSource({"CENTRAL, true", "PROVINCE, true", "CITY, true", "DISTRICT, false"})
    void onlyTheDistrictsOwnMoneyIsNotHandedDown(FundLevel level, boolean fromAbove) {
        assertEquals(fromAbove, level.fromAbove());
    }
}
