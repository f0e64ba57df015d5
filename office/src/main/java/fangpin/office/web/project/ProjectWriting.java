package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectFiles;
import fangpin.office.project.ProjectFindings;
import fangpin.office.project.ProjectGoals;
import fangpin.office.project.ProjectNotices;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.project.ProjectWorks;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Typed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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

/** What whoever carries a project on does with it: hands it on, hangs it out, sets goals, begins, reports, puts right. */
@Controller
public class ProjectWriting {
    private final ProjectActions actions;
    private final ProjectPlans plans;
    private final ProjectNotices notices;
    private final ProjectGoals goals;
    private final ProjectWorks works;
    private final ProjectFindings findings;
    private final PoolEntries entries;
    private final ProjectFiles files;
    private final Clock clock;

    ProjectWriting(
            ProjectActions actions,
            ProjectPlans plans,
            ProjectNotices notices,
            ProjectGoals goals,
            ProjectWorks works,
            ProjectFindings findings,
            PoolEntries entries,
            ProjectFiles files,
            Clock clock) {
        this.actions = actions;
        this.plans = plans;
        this.notices = notices;
        this.goals = goals;
        this.works = works;
        this.findings = findings;
        this.entries = entries;
        this.files = files;
        this.clock = clock;
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/submit")
    View submit(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(desk, id, typed, plans.submit(desk.actor(), id, typed.version(), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/publish")
    View publish(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<LocalDate> from = typed.day("shownFrom");
        Optional<LocalDate> to = typed.day("shownTo");
        Answer<Project> published = from.isEmpty() || to.isEmpty()
                ? Answer.refused(ProjectRefusal.BAD_DATE)
                : notices.publish(
                        desk.actor(), id, typed.version(), typed.in("board"), from.get(), to.get(), desk.today());
        return actions.answer(desk, id, typed, published);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/objections")
    View object(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(desk, id, typed, notices.object(desk.actor(), id, typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/goals")
    View goal(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<PerformanceGoal.Kind> kind = typed.choice(PerformanceGoal.Kind.class, "kind");
        Optional<BigDecimal> target = ProjectForm.value(typed, "target");
        Answer<Long> set = kind.isEmpty() || target.isEmpty()
                ? Answer.refused(ProjectRefusal.BAD_NUMBER)
                : goals.set(
                        desk.actor(),
                        id,
                        kind.get(),
                        typed.in("goal"),
                        typed.in("unit"),
                        !typed.in("direction").equals("at-most"),
                        target.get(),
                        desk.today());
        return actions.answer(desk, id, typed, set);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/goals/{goal}/remove")
    View removeGoal(Desk desk, @PathVariable long id, @PathVariable long goal) {
        return actions.answer(desk, id, Typed.none(), goals.remove(desk.actor(), id, goal));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/values")
    View observe(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<PerformanceGoal.Phase> phase = typed.choice(PerformanceGoal.Phase.class, "phase");
        Optional<BigDecimal> value = ProjectForm.value(typed, "value");
        Answer<Project> seen = phase.isEmpty() || value.isEmpty()
                ? Answer.refused(ProjectRefusal.BAD_NUMBER)
                : goals.observe(
                        desk.actor(), id, typed.id("goal"), phase.get(), value.get(), typed.in("note"), desk.today());
        return actions.answer(desk, id, typed, seen);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/reviews")
    View review(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        int score = typed.isSet("score") ? typed.count("score") : -1;
        return actions.answer(desk, id, typed, goals.review(desk.actor(), id, score, typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/exceptions")
    View except(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, entries.ask(desk.actor(), id, typed.in("gate"), typed.in("reason"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/start")
    View start(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, works.start(desk.actor(), id, typed.version(), typed.in("contractor"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/progress")
    View report(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        int percent = typed.isSet("percent") ? typed.count("percent") : -1;
        return actions.answer(desk, id, typed, works.report(desk.actor(), id, percent, typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/complete")
    View complete(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, works.complete(desk.actor(), id, typed.version(), typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/findings/{finding}/rectify")
    View rectify(
            Desk desk, @PathVariable long id, @PathVariable long finding, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, findings.rectify(desk.actor(), id, finding, typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/files")
    View attach(Desk desk, @PathVariable long id, @RequestParam String part, @RequestParam MultipartFile file)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return actions.answer(
                desk, id, Typed.none(), files.attach(desk.actor(), id, part, name, file.getBytes(), clock.instant()));
    }

    @Needs(Right.PROJECT_READ)
    @GetMapping("/projects/{id}/files/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return files.read(desk.actor(), id, file, ProjectWriting::sent).orElseThrow(NotFoundException::new);
    }

    /** A photo is shown, everything else is saved. */
    private static ResponseEntity<byte[]> sent(Attachments.Listed file, byte[] content) {
        boolean photo = file.type() == Attachments.FileType.JPEG || file.type() == Attachments.FileType.PNG;
        ContentDisposition disposition = (photo ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
