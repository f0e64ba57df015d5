package fangpin.office.database.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 备份清单: what a backup holds, written as its last entry.
 *
 * @param made when, as the database said
 * @param state the migration the tables were at
 * @param tables in the order of their names
 * @param files attachments, sealed as they lay in the folder
 * @param sequences where the numbering of rows stood
 * @param auditEnd how far the chain of the audit's seals reached at least; empty before the first seal
 */
public record BackupManifest(
        String made,
        String state,
        List<Part> tables,
        List<Part> files,
        List<Sequence> sequences,
        Optional<AuditEnd> auditEnd) {
    private static final String FORMAT = "fangpin-backup 1";

    /**
     * One entry.
     *
     * @param name of the table or the file
     * @param size rows of a table, bytes of a file
     * @param sha256 of its bytes, hexadecimal
     */
    public record Part(String name, long size, String sha256) {}

    /**
     * 序列.
     *
     * @param name of the sequence
     * @param last the last number
     * @param given whether that number was given out
     */
    public record Sequence(String name, long last, boolean given) {}

    /**
     * 审计链头: as the file {@code audit/head} of the data folder keeps it.
     *
     * @param position its place in the chain
     * @param link hexadecimal
     */
    public record AuditEnd(long position, String link) {
        private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})\\n?");

        /** As the file says it; empty when it says something else. */
        static Optional<AuditEnd> of(String text) {
            Matcher read = TEXT.matcher(text);
            return read.matches()
                    ? Optional.of(new AuditEnd(Long.parseLong(read.group(1)), read.group(2)))
                    : Optional.empty();
        }

        /** As the file says it. */
        String text() {
            return position + " " + link + "\n";
        }
    }

    /** Copies the lists. */
    public BackupManifest {
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        sequences = List.copyOf(sequences);
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Part::size).sum();
    }

    /** As text, a line each, the last of which says that none is missing. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, "made\t" + made, "state\t" + state));
        tables.forEach(part -> lines.add(line("table", part)));
        files.forEach(part -> lines.add(line("file", part)));
        sequences.forEach(one -> lines.add(
                String.join("\t", "sequence", one.name, Long.toString(one.last), Boolean.toString(one.given))));
        auditEnd.ifPresent(end -> lines.add(String.join("\t", "audit", "head", Long.toString(end.position), end.link)));
        lines.add("end\t" + lines.size());
        return String.join("\n", lines) + "\n";
    }

    private static String line(String kind, Part part) {
        return String.join("\t", kind, part.name, Long.toString(part.size), part.sha256);
    }

    /** Reads a manifest; an illegal argument is a damaged one. */
    public static BackupManifest of(String text) {
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;
        if (last < 3 || !lines.getFirst().equals(FORMAT) || !lines.getLast().equals("end\t" + last)) {
            throw new IllegalArgumentException("not a whole manifest of " + FORMAT);
        }
        List<Part> tables = new ArrayList<>();
        List<Part> files = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        Optional<AuditEnd> auditEnd = Optional.empty();
        for (String line : lines.subList(3, last)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException(line);
            }
            switch (cells[0]) {
                case "table" -> tables.add(new Part(cells[1], Long.parseLong(cells[2]), cells[3]));
                case "file" -> files.add(new Part(cells[1], Long.parseLong(cells[2]), cells[3]));
                case "sequence" ->
                    sequences.add(new Sequence(cells[1], Long.parseLong(cells[2]), Boolean.parseBoolean(cells[3])));
                case "audit" -> auditEnd = AuditEnd.of(cells[2] + " " + cells[3]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new BackupManifest(
                value(lines.get(1), "made"), value(lines.get(2), "state"), tables, files, sequences, auditEnd);
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + "\t")) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(name.length() + 1);
    }
}
