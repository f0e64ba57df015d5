package fangpin.office.web.supervision;

import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.Division;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRule;
import fangpin.office.supervision.FindingRuns;
import fangpin.office.supervision.Findings;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 疑点: the list of what the rules found, with its workbook, and a run of the rules now. */
@Controller
public class FindingPages {
    private static final int ROWS = 50;

    private final Findings findings;
    private final FindingRuns runs;
    private final Naming naming;
    private final Sentences sentences;
    private final Audit audit;

    FindingPages(Findings findings, FindingRuns runs, Naming naming, Sentences sentences, Audit audit) {
        this.findings = findings;
        this.runs = runs;
        this.naming = naming;
        this.sentences = sentences;
        this.audit = audit;
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

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.fund-findings"), List.of(), Place.FUND_FINDINGS);
    }
}
