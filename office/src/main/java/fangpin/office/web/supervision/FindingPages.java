package fangpin.office.web.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.register.Division;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRule;
import fangpin.office.supervision.FindingRuns;
import fangpin.office.supervision.Findings;
import fangpin.office.supervision.FundBoard;
import fangpin.office.supervision.SupervisionRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** 疑点页: what the rules found, each from found to closed. */
@Controller
public class FindingPages {
    private static final int ROWS = 50;

    private final Findings findings;
    private final FindingRuns runs;
    private final Naming naming;
    private final Sentences sentences;
    private final StaffNames staff;
    private final Audit audit;
    private final Clock clock;

    FindingPages(
            Findings findings,
            FindingRuns runs,
            Naming naming,
            Sentences sentences,
            StaffNames staff,
            Audit audit,
            Clock clock) {
        this.findings = findings;
        this.runs = runs;
        this.naming = naming;
        this.sentences = sentences;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** 疑点列表页. */
    public record ListPage(
            Query query,
            List<Finding> findings,
            Map<Long, String> sentences,
            Map<String, String> places,
            Map<FindingRule, Long> open,
            List<Division> divisions,
            FindingRuns.@Nullable Run last,
            boolean handles,
            @Nullable Long next,
            Answer.@Nullable Refused<?> refused) {}

    private static Findings.Query asked(Desk desk, Map<String, String> fields, long after, int most) {
        String own = desk.actor().scope().path();
        String place = fields.getOrDefault("place", "");
        return new Findings.Query(
                place.startsWith(own) && place.matches("([0-9a-z-]+/)+") ? place : own,
                FindingRule.of(fields.getOrDefault("rule", "")).orElse(null),
                Finding.of(Finding.Grade.class, fields.getOrDefault("grade", ""))
                        .orElse(null),
                Finding.of(Finding.State.class, fields.getOrDefault("state", ""))
                        .orElse(null),
                Finding.of(Finding.Department.class, fields.getOrDefault("department", ""))
                        .orElse(null),
                fields.getOrDefault("gone", "").equals("shown"),
                after,
                most);
    }

    private static Query query(Desk desk, Findings.Query asked) {
        return Query.of("/fund-findings")
                .with("place", asked.place().equals(desk.actor().scope().path()) ? "" : asked.place())
                .with("rule", asked.rule() == null ? "" : asked.rule().word())
                .with("grade", asked.grade() == null ? "" : Finding.word(asked.grade()))
                .with("state", asked.state() == null ? "" : Finding.word(asked.state()))
                .with("department", asked.department() == null ? "" : Finding.word(asked.department()))
                .with("gone", asked.gone() ? "shown" : "");
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-findings")
    PageView list(Desk desk, @RequestParam Map<String, String> fields, @RequestParam(defaultValue = "0") long after) {
        return list(desk, asked(desk, fields, after, ROWS + 1), null);
    }

    private PageView list(Desk desk, Findings.Query asked, Answer.@Nullable Refused<?> refused) {
        List<Finding> found = findings.list(desk.actor(), asked);
        List<Finding> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "supervision/findings.jte",
                page(desk),
                new ListPage(
                        query(desk, asked),
                        shown,
                        said(desk, shown),
                        naming.places(desk, shown.stream().map(Finding::path).toList()),
                        findings.open(desk.actor(), asked.place()),
                        naming.choices(desk),
                        runs.last(desk.actor()).orElse(null),
                        desk.actor().may(Right.SUPERVISION_HANDLE),
                        found.size() > ROWS ? shown.getLast().id() : null,
                        refused));
    }

    private Map<Long, String> said(Desk desk, List<Finding> shown) {
        Map<Long, String> said = new HashMap<>();
        shown.forEach(one -> said.put(one.id(), sentences.of(desk, one)));
        return said;
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-findings/export")
    ResponseEntity<byte[]> workbook(Desk desk, @RequestParam Map<String, String> fields) {
        List<Finding> found = findings.list(desk.actor(), asked(desk, fields, 0, Integer.MAX_VALUE));
        Map<String, String> places =
                naming.places(desk, found.stream().map(Finding::path).toList());
        audit.recordApart(
                desk.actor(), AuditAction.EXPORTED, "fund-findings", Map.of("rows", Integer.toString(found.size())));
        List<Column> columns = Stream.of(
                        "number",
                        "grade",
                        "rule",
                        "clause",
                        "place",
                        "evidence",
                        "department",
                        "found-on",
                        "due-on",
                        "state",
                        "gone-on")
                .map(key -> new Column(desk.words().of("supervision." + key), Column.Kind.TEXT))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        columns.add(new Column(desk.words().of("supervision.amount"), Column.Kind.MONEY));
        Show show = Show.to(desk);
        return ExcelFile.answer(
                desk.words().of("web.place.fund-findings") + " " + desk.today() + ".xlsx",
                ExcelFile.of(
                        columns,
                        rows -> found.forEach(one -> rows.text(Long.toString(one.id()))
                                .text(desk.words().of("supervision.grade." + Finding.word(one.grade())))
                                .text(desk.words()
                                        .of("supervision.rule." + one.rule().word()))
                                .text(one.clause())
                                .text(places.getOrDefault(one.path(), ""))
                                .text(sentences.of(desk, one))
                                .text(desk.words().of("supervision.department." + Finding.word(one.department())))
                                .text(show.date(one.foundOn()))
                                .text(show.date(one.dueOn()))
                                .text(desk.words().of("supervision.state." + Finding.word(one.state())))
                                .text(show.date(one.goneOn()))
                                .money(one.amountFen())
                                .endRow())));
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-findings/run")
    View run(Desk desk) {
        return switch (runs.run(desk.actor(), desk.today())) {
            case Answer.Done<FindingRuns.Run> done -> See.other("/fund-findings");
            case Answer.Refused<FindingRuns.Run> refused ->
                list(desk, asked(desk, Map.of(), 0, ROWS + 1), refused).withStatus(422);
        };
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
                page(desk).under(desk.words().of("web.place.fund-findings"), "/fund-findings"),
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
        return findings.file(
                        desk.actor(),
                        id,
                        file,
                        (kept, content) -> ResponseEntity.ok()
                                .contentType(
                                        MediaType.parseMediaType(kept.type().mediaType()))
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(kept.name(), java.nio.charset.StandardCharsets.UTF_8)
                                                .build()
                                                .toString())
                                .body(content))
                .orElseThrow(NotFoundException::new);
    }

    private View answer(Desk desk, long id, String said, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/fund-findings/" + id);
            case Answer.Refused<?> refused
            when refused.reason() == SupervisionRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> one(desk, id, said, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.fund-findings"), List.of(), Place.FUND_FINDINGS);
    }
}
