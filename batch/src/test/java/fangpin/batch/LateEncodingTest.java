package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that shows only in its last row that it is GB18030 is read again from the start, and no row counts twice. */
class LateEncodingTest {
    private static final int BILLS = 6000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void rowsReadBeforeTheEncodingWasKnownAreThrownAway() throws IOException {
        assertEquals(settle("utf8", StandardCharsets.UTF_8), settle("gb", Charset.forName("GB18030")));
    }

    private String settle(String name, Charset charset) throws IOException {
        StringBuilder members = new StringBuilder("person_id,category,from,to,name\n");
        StringBuilder bills =
                new StringBuilder("bill_id,person_id,admission_date,discharge_date,total_cost,eligible_cost,"
                        + "basic_paid,critical_illness_paid,hospital_waiver,medical_assistance_paid,hospital\n");
        for (int bill = 0; bill < BILLS; bill++) {
            String last = bill == BILLS - 1 ? "荣成" : "";
            if (bill % 2 == 0 || !last.isEmpty()) {
                members.append("person-of-the-county-").append(bill / 2);
                members.append(",policy-beneficiary,2019-12-31,,").append(last).append('\n');
            }
            bills.append("bill-of-the-county-")
                    .append(bill)
                    .append(",person-of-the-county-")
                    .append(bill / 2);
            bills.append(",2020-03-01,2020-03-05,1000.00,900.00,100.00,0.00,0.00,0.00,")
                    .append(last)
                    .append('\n');
        }
        Path memberFile = folder.resolve(name + "-members.csv");
        Path billFile = folder.resolve(name + "-bills.csv");
        Path out = folder.resolve(name + "-out.csv");
        Files.writeString(memberFile, members, charset);
        Files.writeString(billFile, bills, charset);
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int status = Main.run(
                List.of(
                        "settle",
                        "--pack",
                        "weihai-2020",
                        "--product",
                        "supplementary-medical",
                        "--members",
                        memberFile.toString(),
                        "--bills",
                        billFile.toString(),
                        "--out",
                        out.toString(),
                        "--rejects",
                        folder.resolve(name + "-rejects.csv").toString()),
                silent,
                silent);
        assertEquals(0, status);
        return Files.readString(out);
    }
}
