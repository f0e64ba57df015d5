package fangpin.office.web.appropriation;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundMove;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.FundRules;
import fangpin.office.appropriation.PaymentRequest;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.SurplusSentence;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import fangpin.office.web.fund.PlaceNames;
import fangpin.tables.Column;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 指标: what each line holds, where its money came from and went, and what is to become of it. */
@Controller
public class LinePages {
    private final BudgetLines lines;
    private final FundMoves moves;
    private final PaymentRequests requests;
    private final ProjectPool pool;
    private final FundRules rules;
    private final PlaceNames names;
    private final Laws laws;

    LinePages(
            BudgetLines lines,
            FundMoves moves,
            PaymentRequests requests,
            ProjectPool pool,
            FundRules rules,
            PlaceNames names,
            Laws laws) {
        this.lines = lines;
        this.moves = moves;
        this.requests = requests;
        this.pool = pool;
        this.rules = rules;
        this.names = names;
        this.laws = laws;
    }

    /** 指标列表页. */
    public record ListPage(
            int year,
            String item,
            List<BudgetLine> lines,
            Map<String, String> places,
            Map<Long, String> projects,
            FundRules rules) {
        /** What all of them hold of one kind. */
        public long sum(java.util.function.ToLongFunction<BudgetLine> part) {
            return lines.stream().mapToLong(part).sum();
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-lines")
    PageView list(
            Desk desk, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String item) {
        return PageView.of("appropriation/lines.jte", page(desk, "web.place.fund-lines"), listed(desk, year, item));
    }

    private ListPage listed(Desk desk, String year, String item) {
        int shown = Form.year(desk, year);
        List<BudgetLine> found =
                lines.list(desk.actor(), desk.actor().scope().path(), shown, item.isEmpty() ? null : item);
        return new ListPage(
                shown,
                item,
                found,
                names.of(desk, found.stream().map(BudgetLine::path).toList()),
                projects(desk, found.stream().map(BudgetLine::projectId)),
                rules);
    }

    private Map<Long, String> projects(Desk desk, Stream<@Nullable Long> ids) {
        Map<Long, String> called = new HashMap<>();
        pool.standings(desk.actor(), ids.filter(Objects::nonNull).distinct().toList())
                .forEach(one -> called.put(one.id(), one.name()));
        return called;
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-lines/export")
    Object export(
            Desk desk, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String item) {
        ListPage it = listed(desk, year, item);
        Page page = page(desk, "web.place.fund-lines");
        Show show = Show.to(desk);
        List<Column> columns = List.of(
                new Column(page.say("appropriation.place"), Column.Kind.TEXT),
                new Column(page.say("appropriation.item"), Column.Kind.TEXT),
                new Column(page.say("appropriation.use"), Column.Kind.TEXT),
                new Column(page.say("appropriation.level"), Column.Kind.TEXT),
                new Column(page.say("appropriation.number"), Column.Kind.TEXT),
                new Column(page.say("appropriation.in"), Column.Kind.MONEY),
                new Column(page.say("appropriation.moved"), Column.Kind.MONEY),
                new Column(page.say("appropriation.reserved"), Column.Kind.MONEY),
                new Column(page.say("appropriation.paid"), Column.Kind.MONEY),
                new Column(page.say("appropriation.free"), Column.Kind.MONEY));
        return ExcelFile.answer(page.title() + " " + it.year() + ".xlsx", ExcelFile.of(columns, rows -> {
            for (BudgetLine one : it.lines()) {
                rows.text(it.places().getOrDefault(one.path(), ""))
                        .text(show.text(rules.itemName(one.pack(), one.item())))
                        .text(use(show, one, it.projects()))
                        .text(page.say(one.origin().key()))
                        .text(one.documentNumber())
                        .money(one.inFen())
                        .money(one.movedFen())
                        .money(one.reservedFen())
                        .money(one.paidFen())
                        .money(one.freeFen())
                        .endRow();
            }
        }));
    }

    private String use(Show show, BudgetLine line, Map<Long, String> projects) {
        if (line.projectId() != null) {
            return projects.getOrDefault(line.projectId(), "");
        }
        return line.programme().isEmpty() ? "" : show.text(rules.programmeOrItem(line.pack(), line.programme()));
    }

    /**
     * 指标页.
     *
     * @param fundable projects of the place that may be given money
     */
    public record LinePage(
            BudgetLine line,
            List<BudgetLine.Step> way,
            List<FundMove> moves,
            List<PaymentRequest> requests,
            List<Standing> fundable,
            PolicyPack pack,
            String use,
            Map<String, String> places,
            Map<String, String> typed,
            List<Law> laws,
            FundRules rules,
            Answer.@Nullable Refused<?> refused) {
        /** What an item is called. */
        public String item(Show show, String id) {
            return show.text(rules.itemName(line.pack(), id));
        }

        /** What the pack's money is for, and what this line's is, by id. */
        public Map<String, Text> items() {
            Map<String, Text> items = new LinkedHashMap<>(FundRules.items(pack));
            if (!line.item().isEmpty()) {
                items.putIfAbsent(line.item(), rules.itemName(line.pack(), line.item()));
            }
            return items;
        }

        /** 发放项目: the pack's programmes, and items paid out as they are; each id once. */
        public Map<String, Text> programmes() {
            Map<String, Text> programmes = new LinkedHashMap<>();
            pack.programmes().forEach(programme -> programmes.put(programme.id(), programme.name()));
            items().forEach(programmes::putIfAbsent);
            return programmes;
        }

        /** Whether what is left of it may be pooled. */
        public boolean pools() {
            return SurplusSentence.pools(pack, line);
        }

        /** Whether a choice stands when the form opens: as typed before, else the line's own purpose. */
        public boolean chosen(String field, String id) {
            return id.equals(typed.getOrDefault(field, line.item()));
        }

        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-lines/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, Map.of(), null);
    }

    private PageView one(Desk desk, long id, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        BudgetLine line = lines.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<BudgetLine.Step> way = lines.way(desk.actor(), id);
        List<FundMove> found = lines.moves(desk.actor(), id);
        return PageView.of(
                "appropriation/line.jte",
                page(desk, "appropriation.line")
                        .under(desk.words().of("web.place.fund-lines"), "/fund-lines?year=" + line.year()),
                new LinePage(
                        line,
                        way,
                        found,
                        requests.ofLine(desk.actor(), id),
                        line.hasUse() ? List.of() : pool.fundable(desk.actor(), line.path(), line.year()),
                        rules.pack(desk.actor(), line.pack()).orElseThrow(NotFoundException::new),
                        use(Show.to(desk), line, projects(desk, Stream.of(line.projectId()))),
                        names.of(
                                desk,
                                Stream.of(
                                                way.stream().map(BudgetLine.Step::path),
                                                found.stream().map(FundMove::toPath),
                                                Stream.of(line.path()))
                                        .flatMap(paths -> paths)
                                        .toList()),
                        typed,
                        laws.of("WH6 §3.1", "WH6 §3.2", "WH6 §2.2 end"),
                        rules,
                        refused));
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-lines/{id}/move")
    View move(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        long project = form.id("project");
        FundMove.Kind kind = FundMove.Kind.of(form.in("kind")).orElse(FundMove.Kind.DISBURSEMENT);
        Answer<Long> answer = moves.propose(
                desk.actor(),
                new FundMoves.Wanted(
                        kind,
                        id,
                        kind == FundMove.Kind.RECOVERY ? desk.actor().scope().path() : "",
                        form.in("item"),
                        project == 0 ? null : project,
                        project == 0 ? form.in("programme") : "",
                        form.in("category"),
                        form.in("purpose"),
                        Form.amount(form, "amount"),
                        form.in("decision"),
                        form.in("reason")),
                desk.today());
        return switch (answer) {
            case Answer.Done<Long>(Long made) -> See.other("/fund-moves/" + made);
            case Answer.Refused<Long> refused -> one(desk, id, fields, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.FUND_LINES);
    }
}
