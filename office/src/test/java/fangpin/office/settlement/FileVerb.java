package fangpin.office.settlement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.batch.Main;
import fangpin.kernel.money.Fen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the file verb settles, and what the office did, in the same form. */
final class FileVerb {
    private FileVerb() {}

    /** What a file verb settled: case id to paid, self-paid, ineligible, paid in the year. */
    static Map<String, List<String>> settled(Path folder, Path pack, String product, Path members, Path bills)
            throws IOException {
        Path out = folder.resolve("out-" + System.nanoTime() + ".csv");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream told = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int status = Main.run(
                    List.of(
                            "settle",
                            "--pack",
                            pack.toString(),
                            "--product",
                            product,
                            "--members",
                            members.toString(),
                            "--bills",
                            bills.toString(),
                            "--out",
                            out.toString(),
                            "--rejects",
                            folder.resolve("rejects.csv").toString()),
                    told,
                    told);
            assertTrue(status == 0 || status == 2, () -> said.toString(StandardCharsets.UTF_8));
        }
        List<String> lines = Files.readAllLines(out);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        int self = header.indexOf("self_paid");
        Map<String, List<String>> settled = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            settled.put(
                    cells.getFirst(),
                    List.of(
                            cells.get(self - 1),
                            cells.get(self),
                            cells.get(header.indexOf("ineligible_cost")),
                            cells.get(header.indexOf("year_paid"))));
        }
        return settled;
    }

    /** The same of a bill of the office. */
    static List<String> paid(Bill bill) {
        Decision now = bill.latest();
        return List.of(
                Fen.yuan(now.paidFen()),
                Fen.yuan(now.selfFen()),
                Fen.yuan(now.ineligibleFen()),
                Fen.yuan(now.yearPaidFen()));
    }
}
