package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.CaseFiles;
import fangpin.office.register.Refusal;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Files of a case: kept, saved, taken away. */
@Controller
class CaseFilePages {
    private final CaseFiles files;
    private final CasePages pages;
    private final Clock clock;

    CaseFilePages(CaseFiles files, CasePages pages, Clock clock) {
        this.files = files;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/determinations/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return answer(desk, id, files.attach(desk.actor(), id, name, file.getBytes(), clock.instant()));
    }

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/determinations/{id}/files/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return files.read(desk.actor(), id, file, CaseFilePages::sent).orElseThrow(NotFoundException::new);
    }

    private static ResponseEntity<byte[]> sent(Attachments.Listed file, byte[] content) {
        return SavedFile.of(file, content);
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/determinations/{id}/files/{file}/remove")
    View remove(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return answer(desk, id, files.remove(desk.actor(), id, file, clock.instant()));
    }

    private View answer(Desk desk, long id, Answer<?> outcome) {
        return switch (outcome) {
            case Answer.Done<?> done -> See.other("/determinations/" + id);
            case Answer.Refused<?> refused when refused.reason() == Refusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> pages.refused(desk, id, refused);
        };
    }
}
