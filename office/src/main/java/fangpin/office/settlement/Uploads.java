package fangpin.office.settlement;

import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.BillFile;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.UploadDesk;
import fangpin.office.settlement.internal.UploadLines;
import fangpin.office.settlement.internal.UploadRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * 批量结算: a hospital's month of bills as a file, settled as its desk would settle them one by one, by discharge and bill number. The file
 * is taken as a whole or not at all; then each bill is accepted or rejected by itself. The same file again changes nothing.
 */
@Service
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final ScopedWork work;
    private final UploadRows rows;
    private final UploadDesk desk;
    private final Hospitals hospitals;
    private final Audit audit;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    Uploads(ScopedWork work, UploadRows rows, UploadDesk desk, Hospitals hospitals, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.desk = desk;
        this.hospitals = hospitals;
        this.audit = audit;
    }

    /**
     * A file as it came.
     *
     * @param fileName as the user's own; the copy's own ending tells its kind
     */
    public record Sent(long hospital, String pack, String product, String fileName, Path copy) {}

    /** Takes a file in with all its rows; nothing is settled yet. */
    public Answer<Upload> receive(Actor actor, Sent sent, LocalDate today) throws IOException {
        Optional<Hospital> hospital =
                hospitals.find(actor, sent.hospital()).filter(own -> actor.may(Right.SETTLEMENT_WRITE));
        Optional<Product> product = desk.product(actor, sent.pack(), sent.product());
        if (hospital.isEmpty()) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (product.isEmpty()) {
            return Answer.refused(SettlementRefusal.PRODUCT_NOT_HERE);
        }
        String name = shown(sent.fileName());
        String hash = hash(sent.copy());
        return BillFile.open(sent.copy(), name, product.get())
                .map(file -> work.write(actor, () -> {
                    long id = rows.insert(new UploadRows.New(
                            hospital.get(),
                            name,
                            hash,
                            sent.pack(),
                            sent.product(),
                            file.header(),
                            file.rows(),
                            new SettlementRows.By(actor.userId(), today)));
                    desk.keep(id, hospital.get().path(), file, today);
                    audit.record(
                            actor,
                            AuditAction.IMPORTED,
                            "upload/" + id,
                            Map.of(
                                    "rows",
                                    Integer.toString(file.rows()),
                                    "hospital",
                                    hospital.get().code()));
                    return rows.find(id).orElseThrow();
                }));
    }

    /** A file's name without folders and what would steer a screen. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return last.isEmpty() ? "?" : last.substring(0, Math.min(last.length(), 100));
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long _ = bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Settles what waits of an upload, to its end, and waits; one that stood still goes on. */
    public Answer<Upload> settle(Actor actor, long id, LocalDate today) {
        if (!actor.may(Right.SETTLEMENT_WRITE)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        if (find(actor, id).isEmpty()) {
            return Answer.refused(SettlementRefusal.NOT_FOUND);
        }
        if (running.add(id)) {
            run(actor, id, today);
        }
        return Answer.done(find(actor, id).orElseThrow());
    }

    private void run(Actor actor, long id, LocalDate today) {
        try {
            Optional<UploadLines.Place> place = Optional.of(UploadLines.Place.START);
            while (place.isPresent()) {
                place = desk.next(actor, id, place.get(), today);
            }
        } finally {
            running.remove(id);
        }
    }

    /** The same on a thread of its own; {@link #running} tells whether it still goes on. */
    public void begin(Actor actor, long id, LocalDate today) {
        if (!actor.may(Right.SETTLEMENT_WRITE) || find(actor, id).isEmpty() || !running.add(id)) {
            return;
        }
        Thread.ofPlatform().name("settlement-upload-" + id).start(() -> {
            try {
                run(actor, id, today);
            } catch (RuntimeException broken) {
                // the cause may hold a line of the file: only its kind is written down
                LOG.error("upload {} stopped: {}", id, broken.getClass().getName());
            }
        });
    }

    /** Whether this office settles the upload now. */
    public boolean running(long id) {
        return running.contains(id);
    }

    /** Stops an upload; what was settled stands. */
    public Answer<Upload> cancel(Actor actor, long id) {
        if (!actor.may(Right.SETTLEMENT_WRITE)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Upload> held = rows.hold(id);
            if (held.isEmpty()) {
                return Answer.refused(SettlementRefusal.NOT_FOUND);
            }
            if (held.get().stage() != Upload.Stage.SETTLING) {
                return Answer.refused(SettlementRefusal.UPLOAD_ENDED);
            }
            rows.count(id, Upload.Stage.CANCELLED, 0, 0, 0);
            audit.record(actor, AuditAction.WITHDRAWN, "upload/" + id, Map.of());
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    /** One upload. */
    public Optional<Upload> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The newest uploads before a given one. */
    public List<Upload> list(Actor actor, long before, int most) {
        return work.read(actor, () -> rows.before(before, most));
    }

    /** Those that stand still: begun, not at their end, and settled by nobody in this office. */
    public List<Upload> stopped(Actor actor) {
        return work.read(actor, rows::unfinished).stream()
                .filter(one -> !running(one.id()))
                .toList();
    }

    /** The upload of the same file before this one. */
    public Optional<Long> sameBefore(Actor actor, long id) {
        return work.read(actor, () -> rows.same(id));
    }
}
