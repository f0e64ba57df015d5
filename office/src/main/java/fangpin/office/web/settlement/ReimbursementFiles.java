package fangpin.office.web.settlement;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Reimbursement;
import fangpin.office.settlement.Reimbursements;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.See;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 报销附件: photos and scans of the paper, sealed, read by those who work with it. */
@Controller
public class ReimbursementFiles {
    private final Reimbursements reimbursements;
    private final Attachments attachments;
    private final ReimbursementPages pages;
    private final Clock clock;

    ReimbursementFiles(Reimbursements reimbursements, Attachments attachments, ReimbursementPages pages, Clock clock) {
        this.reimbursements = reimbursements;
        this.attachments = attachments;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam @Nullable MultipartFile file) throws IOException {
        Reimbursement one = reimbursements.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        if (file == null || file.isEmpty()) {
            return pages.one(desk, id, new Answer.Refused<>(SettlementRefusal.PAPER_WORDS, List.of()))
                    .withStatus(422);
        }
        return switch (attachments.add(
                desk.actor(),
                one.path(),
                "reimbursement/" + id,
                Right.REIMBURSEMENT_WRITE,
                Objects.requireNonNullElse(file.getOriginalFilename(), "?"),
                file.getBytes(),
                clock.instant())) {
            case Answer.Done<Attachments.Listed> done -> See.other("/reimbursements/" + id);
            case Answer.Refused<Attachments.Listed> refused ->
                pages.one(desk, id, refused).withStatus(422);
        };
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @GetMapping("/reimbursements/{id}/files/{file}")
    ResponseEntity<byte[]> read(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return attachments
                .read(desk.actor(), file, ReimbursementFiles::sent)
                .filter(sent -> sent.subject().equals("reimbursement/" + id))
                .map(Sent::answer)
                .orElseThrow(NotFoundException::new);
    }

    private record Sent(String subject, ResponseEntity<byte[]> answer) {}

    private static Sent sent(Attachments.Listed listed, byte[] bytes) {
        return new Sent(
                listed.subject(),
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(listed.type().mediaType()))
                        .header(
                                "Content-Disposition",
                                ContentDisposition.attachment()
                                        .filename(listed.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("Cache-Control", "no-store")
                        .body(bytes));
    }
}
