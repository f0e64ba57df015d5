package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.FindingRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** 案卷附件: scans of papers and photos of an investigation; read by whoever may read the claim. */
@Service
public final class ClaimFiles {
    private final ScopedWork work;
    private final ClaimRows rows;
    private final FindingRows findings;
    private final Attachments attachments;

    ClaimFiles(ScopedWork work, ClaimRows rows, FindingRows findings, Attachments attachments) {
        this.work = work;
        this.rows = rows;
        this.findings = findings;
        this.attachments = attachments;
    }

    /** What a file belongs to within a claim. */
    public sealed interface Part {
        /** A paper of the list. */
        record OfPaper(PaperKind kind) implements Part {}

        /** An investigation of the claim. */
        record OfInvestigation(long id) implements Part {}

        /** A part by its word; empty when there is none such. */
        static Optional<Part> of(String word) {
            if (word.matches("investigation-[0-9]{1,18}")) {
                return Optional.of(new OfInvestigation(Long.parseLong(word.substring("investigation-".length()))));
            }
            for (PaperKind kind : PaperKind.values()) {
                if (Claim.word(kind).equals(word)) {
                    return Optional.of(new OfPaper(kind));
                }
            }
            return Optional.empty();
        }

        /** As addresses and the store call it. */
        default String word() {
            return switch (this) {
                case OfPaper(PaperKind kind) -> Claim.word(kind);
                case OfInvestigation(long id) -> "investigation-" + id;
            };
        }
    }

    /** Keeps a file of a claim that is open. */
    public Answer<Attachments.Listed> attach(
            Actor actor, long id, Part part, String fileName, byte[] content, Instant now) {
        Right right = switch (part) {
            case Part.OfPaper paper -> Right.CLAIM_REPORT;
            case Part.OfInvestigation investigation -> Right.CLAIM_HANDLE;
        };
        if (!actor.may(right)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Claim> claim = rows.find(id);
            if (claim.isEmpty()) {
                return Answer.refused(ClaimRefusal.NOT_FOUND);
            }
            if (!claim.get().stage().isOpen() && claim.get().stage() != Claim.Stage.APPEALED) {
                return Answer.refused(ClaimRefusal.NOT_NOW);
            }
            return attachments.add(
                    actor, claim.get().path(), subject(id, part), Right.CLAIM_READ, fileName, content, now);
        });
    }

    private static String subject(long claim, Part part) {
        return Claim.subject(claim) + "/" + part.word();
    }

    /** All files of a claim, by the word of what they belong to. */
    public Map<String, List<Attachments.Listed>> of(Actor actor, long id) {
        return work.read(actor, () -> {
            Map<String, List<Attachments.Listed>> files = new LinkedHashMap<>();
            if (rows.find(id).isPresent()) {
                for (PaperKind kind : PaperKind.values()) {
                    put(actor, id, new Part.OfPaper(kind), files);
                }
                findings.investigations(id).forEach(one -> put(actor, id, new Part.OfInvestigation(one.id()), files));
            }
            return files;
        });
    }

    private void put(Actor actor, long id, Part part, Map<String, List<Attachments.Listed>> files) {
        List<Attachments.Listed> there = attachments.of(actor, subject(id, part));
        if (!there.isEmpty()) {
            files.put(part.word(), there);
        }
    }

    /** A file of a claim that the actor sees. */
    public <T> Optional<T> read(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        boolean its = of(actor, id).values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.id().equals(file));
        return its ? attachments.read(actor, file, reader) : Optional.empty();
    }
}
