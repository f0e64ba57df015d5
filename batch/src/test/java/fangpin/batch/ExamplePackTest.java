package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/policy-packs.md settles the small file that lies beside it. */
class ExamplePackTest {
    private static final String FOLDER = "../docs/example-pack";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSmallFileIsSettled() {
        Desk desk = new Desk(folder);
        Answer answer = desk.run("settle --pack " + FOLDER + " --product illness --members " + FOLDER
                + "/members.csv --bills " + FOLDER + "/bills.csv --out {}/out.csv --rejects {}/rejects.csv");
        assertEquals(2, answer.status(), answer::toString);
        assertEquals("""
                bill_id,person_id,prevention_paid,self_paid,ineligible_cost,year_paid
                Z2,示例乙,2500.00,7500.00,4000.00,2500.00
                Z3,示例乙,8000.00,2000.00,0.00,10500.00
                """, desk.read("out.csv"));
        assertEquals(
                List.of(List.of("4", "Z1", "not-covered"), List.of("5", "Z4", "unknown-person")),
                desk.rows("rejects.csv").stream().map(row -> row.subList(0, 3)).toList());
    }
}
