package fangpin.packs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.packs.Figure;
import fangpin.packs.UsedFigure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureScannerTest {
    private static final ClauseId CLAUSE = new ClauseId("D §1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            每人450元，封顶线60万元，共1.5亿元        | 450元 60万元 1.5亿元
            低于10%、90%左右、百分之十                | 10% 90%
            2020年1月1日至12月31日                    | 2020年1月1日 12月31日
            2019年底动态调整，2020年度，2020年         | 2019年底 2020年度 2020年
            鲁扶贫办字〔2020〕2号，2020年6号           | 〔2020〕2号 2020年6号
            按1:1配套，7：3分担                        | 1:1 7：3
            60周岁以上，30日内，“21305扶贫”           | 60 30 21305
            1.扶贫特惠保险资金272万元                  | 272万元
            1.2020年威海市                             | 2020年
            2020年5月，6月15日                         | 2020年5月 6月15日
            1500元每学期                               | 1500元
            没有数字的一句话                           | ``
            """)
    void figuresAreFoundAsPrinted(String words, String figures) {
        assertEquals(
                figures,
                String.join(
                        " ", printed(words).stream().map(PrintedFigure::printed).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60万元     | FEN   | 60000000   | true
            60万元     | FEN   | 6000000    | false
            60万元     | COUNT | 60000000   | false
            10%        | PPM   | 100000     | true
            7:3        | PPM   | 700000     | true
            1:1        | PPM   | 1000000    | true
            1:1        | PPM   | 500000     | true
            7:3        | PPM   | 300000     | false
            60周岁     | COUNT | 60         | true
            〔2020〕2号 | COUNT | 2020       | false
            """)
    void aFigureIsUsedByTheSameAmount(String words, Figure.Unit unit, long value, boolean used) {
        UsedFigure one = new UsedFigure(new ClauseId("D §1 ②"), new Figure(unit, value));
        assertEquals(used, printed(words).getFirst().usedBy(one, CLAUSE));
        assertEquals(false, printed(words).getFirst().usedBy(one, new ClauseId("D §2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020年1月1日 | 2020-01-01 | true
            2020年1月1日 | 2020-01-02 | false
            2020年5月    | 2020-05-31 | true
            2020年5月    | 2020-06-01 | false
            2020年度     | 2020-12-31 | true
            2020年       | 2021-01-01 | false
            2019年底     | 2019-12-31 | true
            2019年底     | 2020-01-01 | true
            2019年底     | 2019-12-30 | false
            """)
    void aDateIsUsedAnywhereInItsDocument(String words, LocalDate day, boolean used) {
        Figure figure = new Figure(Figure.Unit.DAY, day.toEpochDay());
        assertEquals(used, printed(words).getFirst().usedBy(new UsedFigure(new ClauseId("D §7"), figure), CLAUSE));
        assertEquals(false, printed(words).getFirst().usedBy(new UsedFigure(new ClauseId("E §1"), figure), CLAUSE));
    }

    private static List<PrintedFigure> printed(String words) {
        return FigureScanner.figures(new Clause(CLAUSE, words, List.of()));
    }
}
