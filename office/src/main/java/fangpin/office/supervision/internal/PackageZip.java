package fangpin.office.supervision.internal;

import fangpin.office.supervision.AuditPackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip of an audit package: its tables, what they are, and the program that verifies them. */
public final class PackageZip {
    private static final List<String> GIVEN = List.of("README.txt", "verify.py");
    private static final long NO_TIME = 0;

    private PackageZip() {}

    /**
     * A table as it goes in.
     *
     * @param csv RFC 4180, UTF-8, lines end with a line feed; empty where there is no row
     */
    public record Table(String name, String csv, long rows) {}

    /** A cell as CSV writes it. */
    static String cell(String text) {
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** The whole zip. */
    public static byte[] of(AuditPackages.Wanted wanted, List<Table> tables, LocalDate day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : GIVEN) {
                put(zip, name, resource(name));
            }
            put(zip, "manifest.json", manifest(wanted, tables, day).getBytes(StandardCharsets.UTF_8));
            for (Table table : tables) {
                put(zip, table.name() + ".csv", table.csv().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PackageZip.class.getResourceAsStream("/fangpin/office/supervision/package/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    private static String manifest(AuditPackages.Wanted wanted, List<Table> tables, LocalDate day) {
        StringBuilder json = new StringBuilder("{\n\"format\": \"fangpin-audit-package/1\",\n\"place\": ")
                .append(Json.text(wanted.place()))
                .append(",\n\"year\": ")
                .append(wanted.year())
                .append(",\n\"made_on\": ")
                .append(Json.text(day.toString()))
                .append(",\n\"purpose\": ")
                .append(Json.text(wanted.purpose().strip()))
                .append(",\n\"receiver\": ")
                .append(Json.text(wanted.receiver().strip()))
                .append(",\n\"files\": [");
        String between = "\n";
        for (Table table : tables) {
            json.append(between)
                    .append("{\"name\": ")
                    .append(Json.text(table.name() + ".csv"))
                    .append(", \"rows\": ")
                    .append(table.rows())
                    .append(", \"sha256\": ")
                    .append(Json.text(sha256(table.csv().getBytes(StandardCharsets.UTF_8))))
                    .append("}");
            between = ",\n";
        }
        return json.append("\n]\n}\n").toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
