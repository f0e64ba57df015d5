package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.batch.plain.Comparison;
import fangpin.batch.plain.County;
import fangpin.batch.plain.PlainClaims;
import fangpin.batch.plain.PlainRefusal;
import fangpin.batch.plain.PlainResult;
import fangpin.batch.plain.PlainSettlement;
import fangpin.batch.plain.RandomCounty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program against the plain one, on small nasty counties. Replay one seed with {@code -Dfangpin.seed=17}; try more with
 * {@code -Dfangpin.seeds=5000}.
 */
class FastAgainstPlainTest {
    private static final long FIRST = Long.getLong("fangpin.seed", 0);
    private static final long SEEDS = Long.getLong("fangpin.seed") != null ? 1 : Long.getLong("fangpin.seeds", 400);

    @TempDir
    private Path folder = Path.of("");

    private interface Plain {
        PlainResult decide(String members, String cases);
    }

    @Test
    void billsComeOutAsThePlainRulesSay() throws IOException {
        List<String> differences = new ArrayList<>();
        for (long seed : LongStream.range(FIRST, FIRST + SEEDS).toArray()) {
            County county = RandomCounty.of(seed);
            difference(county, county.bills(), "settle", "supplementary-medical", "--bills", PlainSettlement::settle)
                    .ifPresent(found -> differences.add("seed " + seed + ": " + found));
        }
        assertEquals(List.of(), differences.stream().limit(5).toList(), differences.size() + " seeds differ");
    }

    @Test
    void claimsComeOutAsThePlainRulesSay() throws IOException {
        List<String> differences = new ArrayList<>();
        for (long seed : LongStream.range(FIRST, FIRST + SEEDS).toArray()) {
            County county = RandomCounty.of(seed);
            difference(county, county.claims(), "claims", "accident", "--claims", PlainClaims::decide)
                    .ifPresent(found -> differences.add("seed " + seed + ": " + found));
        }
        assertEquals(List.of(), differences.stream().limit(5).toList(), differences.size() + " seeds differ");
    }

    private Optional<String> difference(
            County county, String cases, String verb, String product, String option, Plain plain) throws IOException {
        Path members = folder.resolve("members.csv");
        Path caseFile = folder.resolve("cases.csv");
        Path out = folder.resolve("out.csv");
        Path rejects = folder.resolve("rejects.csv");
        Files.write(members, county.bytes(county.members()));
        Files.write(caseFile, county.bytes(cases));
        Files.deleteIfExists(out);
        Files.deleteIfExists(rejects);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
        int status = Main.run(
                List.of(
                        verb,
                        "--pack",
                        "weihai-2020",
                        "--product",
                        product,
                        "--members",
                        members.toString(),
                        option,
                        caseFile.toString(),
                        "--out",
                        out.toString(),
                        "--rejects",
                        rejects.toString()),
                err,
                err);
        PlainResult expected;
        try {
            expected = plain.decide(county.members(), cases);
        } catch (PlainRefusal refusal) {
            return refused(status, refusal, messages.toString(StandardCharsets.UTF_8), out, rejects);
        }
        if (status != expected.exitStatus()) {
            return Optional.of("status " + status + " instead of " + expected.exitStatus() + ": "
                    + messages.toString(StandardCharsets.UTF_8));
        }
        return Comparison.difference(expected, lines(out), lines(rejects));
    }

    private static Optional<String> refused(int status, PlainRefusal refusal, String message, Path out, Path rejects) {
        if (status != 1 || Files.exists(out) || Files.exists(rejects)) {
            return Optional.of("status " + status + " and files, but the plain rules refuse: " + refusal.getMessage());
        }
        boolean named =
                refusal.row().isEmpty() || message.contains("第 " + refusal.row().getAsInt() + " 行");
        return named ? Optional.empty() : Optional.of("row " + refusal.row() + " is not named in: " + message);
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            fail("missing " + file);
        }
        String text = Files.readString(file);
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }
}
