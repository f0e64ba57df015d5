package fangpin.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the race settles beside the pack that DuckDB computes too: the same pack with another ratio, and another pack with the columns
 * and categories that it asks for.
 *
 * @param shipped the folder of the packs
 * @param folder where members and bills are, and where everything made here goes
 */
record RacePacks(Path shipped, Path folder) {
    private static final String RATIO = "ratio: 10%";

    Path members() {
        return folder.resolve("members.csv");
    }

    Path bills() {
        return folder.resolve("bills.csv");
    }

    /** A copy of Weihai's pack, under its own name, with another ratio. */
    Path withRatio(String percent) throws IOException {
        Path from = shipped.resolve("weihai-2020");
        Path to = Files.createDirectories(folder.resolve("packs/weihai-2020"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Path policy = to.resolve("policy.yaml");
        String text = Files.readString(policy);
        if (!text.contains(RATIO)) {
            throw new IOException("no \"" + RATIO + "\" in " + policy);
        }
        Files.writeString(policy, text.replace(RATIO, "ratio: " + percent + "%"));
        return to;
    }

    /** Lishui's open terms as the sample closes them, for the year of the bills. */
    Path fillOfLishui() throws IOException {
        String sample = Files.readString(shipped.resolve("sample-fills/lishui-2017-sample.yaml"));
        String year = sample.replaceAll(
                "cover-year: \\{from: [0-9-]+, until: [0-9-]+", "cover-year: {from: 2020-01-01, until: 2021-01-01");
        return Files.writeString(folder.resolve("lishui-fill.yaml"), year);
    }

    Path membersOfLishui() throws IOException {
        return rewritten(
                members(), "lishui-members.csv", row -> row.replaceFirst(",[^,]*,", ",subsistence-allowance,"), "");
    }

    Path billsOfLishui() throws IOException {
        return rewritten(bills(), "lishui-bills.csv", row -> row + ",inpatient,none", ",treatment,third_party");
    }

    private Path rewritten(Path from, String name, UnaryOperator<String> row, String columns) throws IOException {
        Path to = folder.resolve(name);
        try (BufferedReader rows = Files.newBufferedReader(from);
                BufferedWriter written = Files.newBufferedWriter(to)) {
            written.write(rows.readLine() + columns + "\n");
            for (String one = rows.readLine(); one != null; one = rows.readLine()) {
                written.write(row.apply(one) + "\n");
            }
        }
        return to;
    }
}
