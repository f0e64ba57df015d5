package fangpin.office.web.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.Clearings;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundRules;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import fangpin.office.web.fund.PlaceNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 资金分配: a scheme worked out on the register, tried with other figures, adjusted with reasons, proposed, approved, published, issued. */
@Controller
public class AllocationPages {
    private final Allocations allocations;
    private final AllocationTables tables;
    private final PlaceNames names;
    private final StaffNames staff;
    private final Clearings clearings;
    private final Laws laws;

    AllocationPages(
            Allocations allocations,
            AllocationTables tables,
            PlaceNames names,
            StaffNames staff,
            Clearings clearings,
            Laws laws) {
        this.allocations = allocations;
        this.tables = tables;
        this.names = names;
        this.staff = staff;
        this.clearings = clearings;
        this.laws = laws;
    }

    /** 分配方案列表页. */
    public record ListPage(
            int year,
            List<FundAllocation> allocations,
            List<Allocations.Schemed> schemes,
            List<Allocations.Matching> matching,
            Map<String, String> places,
            AllocationTables tables) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-allocations")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String year) {
        int shown = Form.year(desk, year);
        List<FundAllocation> found = allocations.list(desk.actor(), shown);
        List<Allocations.Matching> matching = allocations.matching(desk.actor(), shown);
        return PageView.of(
                "appropriation/allocations.jte",
                page(desk, "web.place.fund-allocations"),
                new ListPage(
                        shown,
                        found,
                        allocations.schemes(desk.actor()),
                        matching,
                        names.of(
                                desk,
                                Stream.concat(
                                                found.stream().map(FundAllocation::path),
                                                matching.stream().map(Allocations.Matching::path))
                                        .toList()),
                        tables));
    }

    /** 测算页. */
    public record RunPage(
            String pack,
            AllocationScheme scheme,
            Allocations.@Nullable Worked worked,
            Map<String, Map<String, Allocations.Stated>> stated,
            Map<String, String> typed,
            List<Law> laws,
            Answer.@Nullable Refused<?> refused) {
        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What a measure of a division is read as; empty where nobody states it. */
        public String read(String measure, String division) {
            Allocations.Stated found = stated.getOrDefault(measure, Map.of()).get(division);
            return found == null ? "" : found.used();
        }

        /** The cell of an item and division. */
        public FundAllocation.Cell cell(String item, String division) {
            return Objects.requireNonNull(worked).cells().stream()
                    .filter(one -> one.item().equals(item) && one.division().equals(division))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-allocations/run")
    PageView run(Desk desk, @RequestParam Map<String, String> fields) {
        return run(desk, fields, null);
    }

    private PageView run(Desk desk, Map<String, String> fields, Answer.@Nullable Refused<?> refused) {
        Allocations.Schemed scheme = scheme(desk, fields).orElseThrow(NotFoundException::new);
        Answer<Allocations.Worked> answer =
                allocations.work(desk.actor(), scheme.pack(), scheme.scheme().id(), typed(fields), desk.today());
        return PageView.of(
                "appropriation/run.jte",
                page(desk, "appropriation.run")
                        .under(desk.words().of("web.place.fund-allocations"), "/fund-allocations"),
                new RunPage(
                        scheme.pack(),
                        scheme.scheme(),
                        answer instanceof Answer.Done<Allocations.Worked>(var worked) ? worked : null,
                        allocations.stated(
                                desk.actor(), scheme.pack(), scheme.scheme().id(), typed(fields), desk.today()),
                        fields,
                        laws.of(scheme.scheme().items().stream()
                                .map(item -> item.clause().toString())
                                .toArray(String[]::new)),
                        refused == null && answer instanceof Answer.Refused<Allocations.Worked> why ? why : refused));
    }

    private Optional<Allocations.Schemed> scheme(Desk desk, Map<String, String> fields) {
        return allocations.schemes(desk.actor()).stream()
                .filter(one -> one.pack().equals(fields.getOrDefault("pack", one.pack()))
                        && one.scheme()
                                .id()
                                .equals(fields.getOrDefault(
                                        "scheme", one.scheme().id())))
                .findFirst();
    }

    /** Fields as the form names them: {@code m:measure/division}, {@code a:item/division}, and a reason for each item {@code r:item}. */
    private static Allocations.Typed typed(Map<String, String> fields) {
        Map<String, String> measures = new HashMap<>();
        Map<String, String> amounts = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("m:") && !value.isBlank()) {
                measures.put(name.substring(2), value);
            } else if (name.startsWith("a:") && !value.isBlank()) {
                String key = name.substring(2);
                amounts.put(key, value);
                reasons.put(key, fields.getOrDefault("r:" + key.substring(0, key.indexOf('/')), ""));
            }
        });
        return new Allocations.Typed(measures, amounts, reasons);
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-allocations")
    View propose(Desk desk, @RequestParam Map<String, String> fields) {
        Allocations.Schemed scheme = scheme(desk, fields).orElseThrow(NotFoundException::new);
        Answer<Long> answer = allocations.propose(
                desk.actor(),
                scheme.pack(),
                scheme.scheme().id(),
                Form.year(desk, fields.getOrDefault("year", "")),
                typed(fields),
                desk.today());
        return switch (answer) {
            case Answer.Done<Long>(Long id) -> See.other("/fund-allocations/" + id);
            case Answer.Refused<Long> refused -> run(desk, fields, refused).withStatus(422);
        };
    }

    /** 分配方案页. */
    public record AllocationPage(
            FundAllocation allocation,
            AllocationTables.Shown table,
            List<FundRules.Suspicion> suspicions,
            List<Clearings.Cleared> cleared,
            Map<Long, String> staff,
            String place,
            List<Law> laws,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-allocations/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        FundAllocation it = allocations.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "appropriation/allocation.jte",
                page(desk, "appropriation.allocation")
                        .under(desk.words().of("web.place.fund-allocations"), "/fund-allocations?year=" + it.year()),
                new AllocationPage(
                        it,
                        tables.of(desk, it),
                        it.state() == FundAllocation.State.PROPOSED
                                ? clearings.open(desk.actor(), it.expense())
                                : List.of(),
                        clearings.of(desk.actor(), it.expense().subject()),
                        staff.namesOf(Stream.of(it.proposedBy(), it.answeredBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        names.of(desk, List.of(it.path())).getOrDefault(it.path(), ""),
                        laws.of("WH6 §1.1", "WH6 §3.1", "WH6 §3.3"),
                        refused));
    }

    @Needs(Right.FUND_APPROVE)
    @PostMapping("/fund-allocations/{id}/approve")
    View approve(Desk desk, @PathVariable long id) {
        return seen(desk, id, allocations.approve(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_APPROVE)
    @PostMapping("/fund-allocations/{id}/clear")
    View clear(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        FundAllocation it = allocations.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Typed form = Typed.of(fields);
        Answer<Long> answer = clearings.clear(
                desk.actor(), it.expense(), form.in("list"), form.in("word"), form.in("reason"), desk.today());
        return seen(desk, id, answer);
    }

    @Needs(Right.FUND_APPROVE)
    @PostMapping("/fund-allocations/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return seen(desk, id, allocations.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-allocations/{id}/notice")
    View notice(Desk desk, @PathVariable long id) {
        return seen(desk, id, allocations.notice(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-allocations/{id}/issue")
    View issue(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String number) {
        return seen(desk, id, allocations.issue(desk.actor(), id, number, desk.today()));
    }

    private View seen(Desk desk, long id, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/fund-allocations/" + id);
            case Answer.Refused<?> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.FUND_ALLOCATIONS);
    }
}
