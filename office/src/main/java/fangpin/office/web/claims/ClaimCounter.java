package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.Appeals;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimFiles;
import fangpin.office.claims.ClaimPapers;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.claims.Claims;
import fangpin.office.claims.PaperKind;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What whoever stands by the family does with a claim: papers, files, the answer told, an appeal, a report taken back. */
@Controller
public class ClaimCounter {
    private final ClaimPages pages;
    private final Claims claims;
    private final ClaimPapers papers;
    private final ClaimFiles files;
    private final Appeals appeals;
    private final Clock clock;

    ClaimCounter(ClaimPages pages, Claims claims, ClaimPapers papers, ClaimFiles files, Appeals appeals, Clock clock) {
        this.pages = pages;
        this.claims = claims;
        this.papers = papers;
        this.files = files;
        this.appeals = appeals;
        this.clock = clock;
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/{id}/received")
    View receive(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") List<PaperKind> paper) {
        return answer(desk, id, Typed.none(), papers.receive(desk.actor(), id, paper, desk.today()));
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam String part, @RequestParam MultipartFile file)
            throws IOException {
        ClaimFiles.Part to = ClaimFiles.Part.of(part).orElseThrow(NotFoundException::new);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return answer(
                desk, id, Typed.none(), files.attach(desk.actor(), id, to, name, file.getBytes(), clock.instant()));
    }

    @Needs(Right.CLAIM_READ)
    @GetMapping("/claims/{id}/files/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return files.read(desk.actor(), id, file, ClaimCounter::sent).orElseThrow(NotFoundException::new);
    }

    private static ResponseEntity<byte[]> sent(Attachments.Listed file, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        org.springframework.http.ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/{id}/informed")
    View informed(Desk desk, @PathVariable long id) {
        return answer(desk, id, Typed.none(), claims.informed(desk.actor(), id, desk.today()));
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/{id}/withdraw")
    View withdraw(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return answer(
                desk, id, typed, claims.withdraw(desk.actor(), id, typed.version(), typed.in("reason"), desk.today()));
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/{id}/appeal")
    View appeal(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Answer<Claim> appealed =
                appeals.appeal(desk.actor(), id, typed.version(), typed.in("by"), typed.in("grounds"), desk.today());
        return answer(desk, id, typed, appealed);
    }

    private View answer(Desk desk, long id, Typed typed, Answer<?> outcome) {
        return switch (outcome) {
            case Answer.Done<?> done -> See.other("/claims/" + id);
            case Answer.Refused<?> refused
            when refused.reason() == ClaimRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> pages.one(desk, id, typed, null, refused);
        };
    }
}
