package fangpin.office.supervision;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.supervision.internal.PackageRows;
import fangpin.office.supervision.internal.PackageZip;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * 审计资料包: a division's special funds of a year as plain tables with a program that verifies them anywhere: entries, accounts, documents, lines,
 * payments with masked payees, decisions, findings, and the audit's records with their place in the chain. Its own digest stays here.
 */
@Service
public final class AuditPackages {
    private final ScopedWork work;
    private final PackageRows rows;
    private final ExportPurposes purposes;
    private final Audit audit;

    AuditPackages(ScopedWork work, PackageRows rows, ExportPurposes purposes, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** 导出记录: a package that left, with its digest to compare with. */
    public record Made(
            long id,
            String place,
            int year,
            String purpose,
            String receiver,
            String sha256,
            long bytes,
            long madeBy,
            LocalDate madeOn) {}

    /** What is asked for. */
    public record Wanted(String place, int year, String purpose, String receiver) {}

    /** A package as a file. */
    public static final class Packed {
        private final long id;
        private final String name;
        private final byte[] zip;

        private Packed(long id, String name, byte[] zip) {
            this.id = id;
            this.name = name;
            this.zip = zip.clone();
        }

        /** Its number in the log of packages. */
        public long id() {
            return id;
        }

        /** What a browser saves it as. */
        public String name() {
            return name;
        }

        /** Its bytes. */
        public byte[] zip() {
            return zip.clone();
        }
    }

    /** Makes a package, and keeps for what and for whom, with its digest. */
    public Answer<Packed> make(Actor actor, Wanted wanted, LocalDate today, Instant now) {
        if (!actor.may(Right.AUDIT_PACKAGE) || !actor.scope().holds(wanted.place())) {
            return Answer.refused(SupervisionRefusal.NO_RIGHT);
        }
        if (wanted.purpose().isBlank() || wanted.receiver().isBlank()) {
            return Answer.refused(AccessRefusal.PURPOSE_MISSING);
        }
        return work.write(actor, () -> {
            if (!rows.exists(wanted.place(), wanted.year())) {
                return Answer.refused(SupervisionRefusal.NO_YEAR);
            }
            List<PackageZip.Table> tables = rows.tables(wanted.place(), wanted.year());
            byte[] zip = PackageZip.of(wanted, tables, today);
            byte[] digest = sha256(zip);
            return purposes.record(
                            actor,
                            new ExportPurposes.Export(
                                    "audit-package",
                                    wanted.purpose(),
                                    wanted.receiver(),
                                    tables.stream().map(PackageZip.Table::name).toList(),
                                    tables.stream()
                                            .mapToLong(PackageZip.Table::rows)
                                            .sum()),
                            digest,
                            now)
                    .map(recorded -> {
                        long id = rows.insert(actor, wanted, digest, zip.length, today);
                        audit.record(actor, AuditAction.EXPORTED, "package/" + id, Map.of("digest", letters(digest)));
                        return new Packed(id, "audit-" + wanted.year() + "-" + id + ".zip", zip);
                    });
        });
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** A digest in letters alone, as the ledger's are kept: the audit takes runs of digits for numbers of people. */
    private static String letters(byte[] digest) {
        StringBuilder letters = new StringBuilder();
        HexFormat.of()
                .formatHex(digest)
                .chars()
                .forEach(one -> letters.append((char) (one <= '9' ? one - '0' + 'g' : one)));
        return letters.toString();
    }

    /** The packages made in one's division, the newest first. */
    public List<Made> list(Actor actor, int most) {
        return work.read(actor, () -> rows.list(most));
    }
}
