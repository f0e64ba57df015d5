package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.ContractConduct;
import fangpin.office.enrolment.ContractFiles;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 合同履约: files of a contract, faults of its insurer, its extension. */
@Controller
public class ContractConductPages {
    private final ContractPages pages;
    private final ContractConduct conduct;
    private final ContractFiles files;
    private final Clock clock;

    ContractConductPages(ContractPages pages, ContractConduct conduct, ContractFiles files, Clock clock) {
        this.pages = pages;
        this.conduct = conduct;
        this.files = files;
        this.clock = clock;
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return answer(desk, id, new Answer.Refused<>(EnrolmentRefusal.FIELD_MISSING, List.of()));
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return answer(
                desk,
                id,
                files.attach(desk.actor(), id, name, file.getBytes(), clock.instant())
                        .map(kept -> id));
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/contracts/{id}/files/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return files.read(desk.actor(), id, file, SavedFile::of).orElseThrow(NotFoundException::new);
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/fault-kinds")
    View list(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(
                desk,
                id,
                conduct.list(
                        desk.actor(),
                        id,
                        typed.getOrDefault("words", ""),
                        typed.getOrDefault("item", ""),
                        typed.containsKey("serious"),
                        desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/faults")
    View find(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        Optional<LocalDate> day = ContractPages.day(typed.get("happenedOn"));
        return day.isEmpty()
                ? answer(desk, id, new Answer.Refused<>(EnrolmentRefusal.BAD_DAY, List.of()))
                : answer(
                        desk,
                        id,
                        conduct.find(
                                desk.actor(),
                                id,
                                ContractPages.number(typed.get("kind")),
                                day.get(),
                                typed.getOrDefault("words", ""),
                                desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/faults/{fault}/confirm")
    View confirm(Desk desk, @PathVariable long id, @PathVariable long fault) {
        return answer(desk, id, conduct.judge(desk.actor(), id, fault, true, "", desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/faults/{fault}/dismiss")
    View dismiss(
            Desk desk,
            @PathVariable long id,
            @PathVariable long fault,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, conduct.judge(desk.actor(), id, fault, false, reason, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/extensions")
    View extend(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        Optional<LocalDate> last = ContractPages.day(typed.get("validLast"));
        return last.isEmpty()
                ? answer(desk, id, new Answer.Refused<>(EnrolmentRefusal.BAD_PERIOD, List.of()))
                : answer(
                        desk,
                        id,
                        conduct.extend(
                                desk.actor(),
                                id,
                                last.get().plusDays(1),
                                typed.getOrDefault("note", ""),
                                desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/extensions/{extension}/approve")
    View approve(Desk desk, @PathVariable long id, @PathVariable long extension) {
        return answer(desk, id, conduct.approve(desk.actor(), id, extension, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/extensions/{extension}/refuse")
    View refuse(
            Desk desk,
            @PathVariable long id,
            @PathVariable long extension,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, conduct.refuse(desk.actor(), id, extension, reason, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/contracts/" + id);
            case Answer.Refused<Long> refused -> pages.one(desk, id, refused).withStatus(422);
        };
    }
}
