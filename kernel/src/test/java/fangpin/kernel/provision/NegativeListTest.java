package fangpin.kernel.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH6 §3.2: by category never, by words suspect. */
class NegativeListTest {
    private static final NegativeList LIST = new NegativeList(
            "never",
            Named.NAME,
            Named.CLAUSE,
            List.of(
                    item("work-expenses", List.of("工作经费"), List.of("办公用品")),
                    item("publicity", List.of("宣传费"), List.of("宣传栏", "展板"))));

    private static NegativeList.Item item(String category, List<String> printed, List<String> alike) {
        return new NegativeList.Item(category, Named.NAME, Named.CLAUSE, printed, alike, null);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', quoteCharacter = '`', textBlock = """
            work-expenses  | 购买菌棒        | refused work-expenses
            工作经费       | 购买菌棒        | refused work-expenses
            办公用品       | ``              | refused work-expenses
            publicity      | 工作经费        | refused publicity
            industry       | 购买菌棒        | not listed
            ``             | ``              | not listed
            ``             | 镇扶贫办工作经费 | suspect work-expenses 工作经费
            industry       | 制作宣传栏      | suspect publicity 宣传栏
            industry       | 制 作 宣　传 栏 | suspect publicity 宣传栏
            industry       | 宣传栏和展板及办公用品 | suspect work-expenses 办公用品, publicity 宣传栏, publicity 展板
            industry       | 工作  和经费    | not listed
            Work-expenses  | ``              | not listed
            """)
    void categoriesAreRefusedAndWordsSuspect(String category, String purpose, String answer) {
        assertEquals(answer, said(LIST.judge(category, purpose)));
    }

    private static String said(NegativeList.Answer answer) {
        return switch (answer) {
            case NegativeList.Refused refused -> "refused " + refused.item().category();
            case NegativeList.NotListed _ -> "not listed";
            case NegativeList.Suspect suspect ->
                "suspect "
                        + suspect.matches().stream()
                                .map(match -> match.item().category() + " " + match.word())
                                .collect(Collectors.joining(", "));
        };
    }
}
