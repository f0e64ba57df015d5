package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.internal.HandbookRows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 投保手册 (SD §7.3, WH3 §6.3): a handbook for everybody covered, given to who can use it, else to a named helper who keeps it and may claim
 * for the person; and whether the rules were explained.
 */
@Service
public final class Handbooks {
    private static final int CODE_LENGTH = 8;

    private final ScopedWork work;
    private final HandbookRows rows;
    private final Secrets secrets;
    private final ExportPurposes purposes;
    private final Audit audit;

    Handbooks(ScopedWork work, HandbookRows rows, Secrets secrets, ExportPurposes purposes, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.secrets = secrets;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** How far a village is. */
    public record Village(String path, String name, long covered, long delivered, long briefed) {}

    /**
     * Somebody covered, and his handbook.
     *
     * @param keeper who keeps it, as the register says or the delivery said; null where nobody is named
     * @param deliveredOn null while it was not delivered
     */
    public record Holder(
            long personId,
            String path,
            String name,
            @Nullable String schooling,
            @Nullable String selfCare,
            @Nullable String keeper,
            @Nullable String receiver,
            @Nullable LocalDate deliveredOn,
            boolean briefed) {}

    /** A cover as a handbook prints it. */
    public record Printed(
            String product,
            String clause,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable String policyNumber) {}

    /**
     * What a handbook says of a person.
     *
     * @param idNumber masked but for its ends: a handbook may be lost
     */
    public record Booklet(Holder holder, String idNumber, List<Printed> covers, String code) {
        public Booklet {
            covers = List.copyOf(covers);
        }
    }

    /** How it was delivered. */
    public record Delivery(String receiver, String keeper, boolean briefed, LocalDate on) {}

    /** The villages of a place in which somebody is covered under a pack. */
    public List<Village> villages(Actor actor, String pack, String place, LocalDate day) {
        return work.read(actor, () -> rows.villages(pack, place, day));
    }

    /** Who is covered in a village. */
    public List<Holder> holders(Actor actor, String pack, String village, LocalDate day) {
        return work.read(actor, () -> rows.holders(pack, village, day));
    }

    /** The handbooks of a village, to print; recorded with what they are for. */
    public Answer<List<Booklet>> print(Actor actor, String pack, String village, LocalDate day, Instant now) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            List<Booklet> booklets = rows.holders(pack, village, day).stream()
                    .map(holder -> booklet(holder, pack, day))
                    .toList();
            if (booklets.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            return purposes.record(
                            actor,
                            new ExportPurposes.Export(
                                    "handbooks/" + pack,
                                    "发给参保人的投保手册",
                                    "参保人",
                                    List.of("name", "id-number-masked", "cover"),
                                    booklets.size()),
                            null,
                            now)
                    .map(recorded -> booklets);
        });
    }

    private Booklet booklet(Holder holder, String pack, LocalDate day) {
        return new Booklet(
                holder,
                rows.maskedIdNumber(holder.personId()),
                rows.covers(holder.personId(), pack, day),
                code(pack, holder.personId()));
    }

    /** 校验码: the same for a person and pack at any time, and nobody can make it without the office's key. */
    public String code(String pack, long person) {
        byte[] hash = secrets.fingerprint(FieldKind.HEALTH, "handbook " + pack + " " + person);
        return new String(Base64.getUrlEncoder().encode(hash), StandardCharsets.US_ASCII)
                .replaceAll("[-_]", "")
                .substring(0, CODE_LENGTH)
                .toUpperCase(Locale.ROOT);
    }

    /** Records that handbooks were delivered. */
    public Answer<Integer> deliver(Actor actor, String pack, List<Long> persons, Delivery delivery, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        boolean keeper = delivery.receiver().equals("keeper");
        if (persons.isEmpty() || keeper == delivery.keeper().isBlank()) {
            return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        }
        if (delivery.on().isAfter(today)) {
            return Answer.refused(EnrolmentRefusal.BAD_PERIOD);
        }
        return work.write(actor, () -> {
            int delivered = rows.deliver(pack, persons, delivery, actor.userId(), today);
            if (delivered == 0) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            audit.record(
                    actor,
                    AuditAction.CHANGED,
                    "handbooks/" + pack,
                    Map.of("persons", Integer.toString(delivered), "receiver", delivery.receiver()));
            return Answer.done(delivered);
        });
    }
}
