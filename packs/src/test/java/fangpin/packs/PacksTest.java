package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacksTest {
    static List<String> shipped() {
        return Packs.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPackLoads(String pack) {
        List<String> problems = switch (Packs.load(pack)) {
            case LoadResult.Loaded loaded -> List.of();
            case LoadResult.Refused refused ->
                refused.problems().stream().map(Problem::line).toList();
        };
        assertEquals(List.of(), problems);
    }
}
