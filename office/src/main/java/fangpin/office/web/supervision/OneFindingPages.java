package fangpin.office.web.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.Findings;
import fangpin.office.supervision.FundBoard;
import fangpin.office.supervision.SupervisionRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 一个疑点: its evidence, what was done about it, and its closing by another person. */
@Controller
public class OneFindingPages {
    private static final int ROWS = 50;

    private final Findings findings;
    private final Naming naming;
    private final Sentences sentences;
    private final StaffNames staff;
    private final Clock clock;

    OneFindingPages(Findings findings, Naming naming, Sentences sentences, StaffNames staff, Clock clock) {
        this.findings = findings;
        this.naming = naming;
        this.sentences = sentences;
        this.staff = staff;
        this.clock = clock;
    }

    /** 疑点页. */
    public record FindingPage(
            Finding finding,
            String place,
            String sentence,
            List<Finding.Step> steps,
            Map<Long, String> staff,
            List<FundBoard.Paid> payments,
            Map<String, String> places,
            List<Attachments.Listed> files,
            boolean rectifies,
            boolean closes,
            String said,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-findings/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, "", null);
    }

    private PageView one(Desk desk, long id, String said, Answer.@Nullable Refused<?> refused) {
        Actor actor = desk.actor();
        Finding finding = findings.find(actor, id).orElseThrow(NotFoundException::new);
        List<Finding.Step> steps = findings.steps(actor, id);
        List<FundBoard.Paid> payments = findings.payments(actor, finding, ROWS);
        boolean handles = actor.may(Right.SUPERVISION_HANDLE) && finding.grade() != Finding.Grade.NOTE;
        Map<String, String> places = naming.places(
                desk,
                Stream.concat(Stream.of(finding.path()), payments.stream().map(FundBoard.Paid::path))
                        .toList());
        return PageView.of(
                "supervision/finding.jte",
                FindingPages.page(desk).under(desk.words().of("web.place.fund-findings"), "/fund-findings"),
                new FindingPage(
                        finding,
                        places.getOrDefault(finding.path(), ""),
                        sentences.of(desk, finding),
                        steps,
                        staff.namesOf(steps.stream().map(Finding.Step::madeBy).toList()),
                        payments,
                        places,
                        findings.files(actor, id),
                        handles && finding.state() == Finding.State.OPEN,
                        handles
                                && finding.state() == Finding.State.RECTIFIED
                                && !Objects.equals(finding.rectifiedBy(), actor.userId()),
                        said,
                        refused));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-findings/{id}/rectify")
    View rectify(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String said,
            @RequestParam @Nullable MultipartFile file)
            throws IOException {
        if (file != null && !file.isEmpty() && !said.isBlank()) {
            Answer<Attachments.Listed> kept = attached(desk, id, file);
            if (kept instanceof Answer.Refused<Attachments.Listed> refused) {
                return answer(desk, id, said, refused);
            }
        }
        return answer(desk, id, said, findings.rectify(desk.actor(), id, said, desk.today()));
    }

    private Answer<Attachments.Listed> attached(Desk desk, long id, MultipartFile file) throws IOException {
        return findings.attach(
                desk.actor(),
                id,
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                file.getBytes(),
                clock.instant());
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-findings/{id}/close")
    View close(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String said) {
        return answer(desk, id, said, findings.close(desk.actor(), id, said, desk.today()));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-findings/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String said) {
        return answer(desk, id, said, findings.sendBack(desk.actor(), id, said, desk.today()));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-findings/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        return answer(desk, id, "", attached(desk, id, file));
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-findings/{id}/files/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return findings.file(desk.actor(), id, file, SavedFile::of).orElseThrow(NotFoundException::new);
    }

    private View answer(Desk desk, long id, String said, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/fund-findings/" + id);
            case Answer.Refused<?> refused
            when refused.reason() == SupervisionRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> one(desk, id, said, refused).withStatus(422);
        };
    }
}
