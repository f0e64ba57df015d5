package fangpin.batch;

import fangpin.batch.plain.PlainCsv;
import fangpin.batch.plain.PlainRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with the files of one run. In arguments <code>{}</code> stands for the folder. A new one holds {@code members.csv},
 * {@code bills.csv} and {@code claims.csv}, all rows of which are good.
 */
final class Desk {
    static final String BILLS = "bill_id,person_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid,"
            + "critical_illness_paid,hospital_waiver,medical_assistance_paid";
    static final String CLAIMS =
            "claim_id,person_id,accident_id,accident_date,kind,grade,eligible_cost,other_paid,disaster_paid,cause";
    static final String MEMBERS = "person_id,category,from,to";
    static final String SETTLE =
            "settle --pack weihai-2020 --product supplementary-medical --members {}/members.csv --bills {}/bills.csv"
                    + " --out {}/out.csv --rejects {}/rejects.csv --explain {}/explain.jsonl";
    static final String DECIDE = "claims --pack weihai-2020 --product accident --members {}/members.csv"
            + " --claims {}/claims.csv --out {}/out.csv --rejects {}/rejects.csv --explain {}/explain.jsonl";

    private final Path folder;

    Desk(Path folder) {
        this.folder = folder;
        write("members.csv", MEMBERS + "\nP1,policy-beneficiary,2019-06-01,\nP2,instant-help,2020-06-01,2020-07-31\n");
        write("bills.csv", BILLS + "\nB1,P1,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0\n");
        write("claims.csv", CLAIMS + "\nC1,P1,A1,2020-02-01,disability,3,,,,\n");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Desk write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Desk write(String name, byte[] bytes) {
        try {
            Files.write(path(name), bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Runs a line of arguments, cut at its spaces. */
    Answer run(String line) {
        return Answer.of(Stream.of(line.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("{}", folder.toString()))
                .toList());
    }

    /** The rows of a CSV file, without its header. */
    List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>(table(read(name)));
        rows.removeFirst();
        return rows;
    }

    /** The cells of CSV text. */
    static List<List<String>> table(String text) {
        return PlainCsv.parse(text).stream().map(PlainRecord::cells).toList();
    }

    /** Every file of the folder, temporary ones too, with a hash of its bytes. */
    SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                contents.put(folder.relativize(file).toString(), HexFormat.of().formatHex(hash, 0, 8));
            }
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return contents;
    }
}
