package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final PlainResult PLAIN = new PlainResult(
            List.of("claim_id", "person_id", "benefit"),
            List.of(List.of("C,1", "P", "1.00"), List.of("C\n2", "P", "2.00")),
            List.of(
                    new PlainReject(3, "C3", "bad-kind", "kind", "x"),
                    new PlainReject(4, "C4", "bad-kind", "kind", "x")));
    private static final List<String> REJECTS =
            List.of("value,row,claim_id,reason,column,message", "x,3,C3,bad-kind,kind,why", "x,4,C4,bad-kind,kind,why");

    @Test
    void orderOfRowsAndColumnsAndFurtherColumnsDoNotMatter() {
        List<String> decided = List.of("benefit,note,claim_id,person_id", "2.00,,\"C", "2\",P", "1.00,,\"C,1\",P");
        assertEquals(Optional.empty(), Comparison.difference(PLAIN, decided, REJECTS));
    }

    @Test
    void anAmountWrittenOtherwiseIsADifference() {
        List<String> decided = List.of("claim_id,person_id,benefit", "\"C,1\",P,1.0", "\"C", "2\",P,2.00");
        assertEquals(
                Optional.of("accepted (claim_id,person_id,benefit): 1 rows of plain are missing, first \"C,1\",P,1.00;"
                        + " 1 rows are not in plain, first \"C,1\",P,1.0"),
                Comparison.difference(PLAIN, decided, REJECTS));
    }

    @Test
    void aRowWrittenTwiceIsADifference() {
        List<String> decided =
                List.of("claim_id,person_id,benefit", "\"C,1\",P,1.00", "\"C,1\",P,1.00", "\"C", "2\",P,2.00");
        assertEquals(
                Optional.of("accepted (claim_id,person_id,benefit): 0 rows of plain are missing, first none;"
                        + " 1 rows are not in plain, first \"C,1\",P,1.00"),
                Comparison.difference(PLAIN, decided, REJECTS));
    }

    @Test
    void rejectsMustStandInRowOrder() {
        List<String> decided = List.of("claim_id,person_id,benefit", "\"C,1\",P,1.00", "\"C", "2\",P,2.00");
        assertEquals(
                Optional.of("reject 1 (row,claim_id,reason,column,value): plain says 3,C3,bad-kind,kind,x,"
                        + " the program says 4,C4,bad-kind,kind,x"),
                Comparison.difference(PLAIN, decided, List.of(REJECTS.get(0), REJECTS.get(2), REJECTS.get(1))));
        assertEquals(
                Optional.of("reject 2 (row,claim_id,reason,column,value): plain says 4,C4,bad-kind,kind,x,"
                        + " the program says no further reject"),
                Comparison.difference(PLAIN, decided, REJECTS.subList(0, 2)));
    }

    @Test
    void aMissingColumnOrHeaderIsADifference() {
        assertEquals(
                Optional.of("the result file lacks the column benefit: [claim_id, person_id]"),
                Comparison.difference(PLAIN, List.of("claim_id,person_id", "C,P"), REJECTS));
        assertEquals(Optional.of("the result file has no header"), Comparison.difference(PLAIN, List.of(), REJECTS));
    }
}
