package fangpin.office.web.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.appropriation.Shortfall;
import fangpin.office.appropriation.Shortfalls;
import fangpin.office.appropriation.SurplusSentence;
import fangpin.office.web.Addresses;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import fangpin.office.web.fund.PlaceNames;
import fangpin.tables.Column;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 不足补足: what each purpose needed, what came, what the district met, and by what decision. */
@Controller
public class ShortfallPages {
    private final Shortfalls shortfalls;
    private final PlaceNames names;
    private final StaffNames staff;
    private final Laws laws;

    ShortfallPages(Shortfalls shortfalls, PlaceNames names, StaffNames staff, Laws laws) {
        this.shortfalls = shortfalls;
        this.names = names;
        this.staff = staff;
        this.laws = laws;
    }

    /** 不足补足页. */
    public record ShortfallPage(
            int year,
            List<Shortfall> rows,
            List<Shortfalls.Choice> choices,
            Map<String, String> places,
            Map<Long, String> staff,
            Map<String, String> typed,
            List<Law> laws,
            Answer.@Nullable Refused<?> refused) {
        /** What those come to whose need was stated. */
        public long sum(ToLongFunction<Shortfall> part) {
            return rows.stream()
                    .filter(one -> one.agreed() != null)
                    .mapToLong(part)
                    .sum();
        }

        /** What was agreed to be needed by all of them. */
        public long neededFen() {
            return sum(one -> one.agreed() == null ? 0 : one.agreed().neededFen());
        }

        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        /** Where finance enters the district's own document for what is missing. */
        public String door(Shortfall one) {
            return "/fund-documents/new?pack=" + one.pack() + "&level=district&year=" + year + "&amount="
                    + Fen.yuan(one.openFen()) + "&item-0="
                    + Addresses.encode(one.purpose().items().getLast()) + "&amount-0=" + Fen.yuan(one.openFen());
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-shortfalls")
    PageView list(Desk desk, @RequestParam(defaultValue = "") String year) {
        return list(desk, Form.year(desk, year), Map.of(), null);
    }

    private PageView list(Desk desk, int year, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        return PageView.of("appropriation/shortfalls.jte", page(desk), shown(desk, year, typed, refused));
    }

    private ShortfallPage shown(Desk desk, int year, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        List<Shortfall> found = shortfalls.of(desk.actor(), year);
        return new ShortfallPage(
                year,
                found,
                desk.actor().may(Right.FUND_PROPOSE) ? shortfalls.choices(desk.actor()) : List.of(),
                names.of(desk, found.stream().map(Shortfall::path).toList()),
                staff.namesOf(found.stream()
                        .flatMap(one -> Stream.of(one.agreed(), one.proposed()))
                        .filter(Objects::nonNull)
                        .flatMap(need -> Stream.of(need.proposedBy(), need.answeredBy()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                typed,
                laws.of(SurplusSentence.CLAUSE),
                refused);
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-shortfalls/export")
    Object export(Desk desk, @RequestParam(defaultValue = "") String year) {
        ShortfallPage it = shown(desk, Form.year(desk, year), Map.of(), null);
        Page page = page(desk);
        Show show = Show.to(desk);
        List<Column> columns = List.of(
                new Column(page.say("appropriation.place"), Column.Kind.TEXT),
                new Column(page.say("appropriation.item"), Column.Kind.TEXT),
                new Column(page.say("appropriation.shortfall.needed"), Column.Kind.MONEY),
                new Column(page.say("appropriation.shortfall.came"), Column.Kind.MONEY),
                new Column(page.say("appropriation.shortfall.due"), Column.Kind.MONEY),
                new Column(page.say("appropriation.shortfall.met"), Column.Kind.MONEY),
                new Column(page.say("appropriation.shortfall.open"), Column.Kind.MONEY),
                new Column(page.say("appropriation.paid"), Column.Kind.MONEY),
                new Column(page.say("appropriation.shortfall.basis"), Column.Kind.TEXT),
                new Column(page.say("appropriation.decision"), Column.Kind.TEXT));
        return ExcelFile.answer(page.title() + " " + it.year() + ".xlsx", ExcelFile.of(columns, rows -> {
            for (Shortfall one : it.rows()) {
                Shortfall.Need need = one.agreed();
                rows.text(it.places().getOrDefault(one.path(), ""))
                        .text(show.text(one.purpose().name()))
                        .money(need == null ? 0 : need.neededFen())
                        .money(one.cameFen())
                        .money(one.dueFen())
                        .money(one.metFen())
                        .money(one.openFen())
                        .money(one.paidFen())
                        .text(need == null ? "" : need.basis())
                        .text(need == null ? "" : need.decision())
                        .endRow();
            }
        }));
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-shortfalls")
    View state(Desk desk, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        int year = Form.year(desk, form.in("year"));
        String[] purpose = form.in("purpose").split("/", 2);
        Answer<Long> answer = shortfalls.state(
                desk.actor(),
                new Shortfalls.Told(
                        purpose[0],
                        year,
                        purpose.length == 2 ? purpose[1] : "",
                        Form.amount(form, "needed"),
                        form.in("basis"),
                        form.in("decision")),
                desk.today());
        return seen(desk, year, fields, answer);
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-shortfalls/{id}/agree")
    View agree(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String year) {
        return seen(desk, Form.year(desk, year), Map.of(), shortfalls.agree(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-shortfalls/{id}/refuse")
    View refuse(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason) {
        return seen(desk, Form.year(desk, year), Map.of(), shortfalls.refuse(desk.actor(), id, reason, desk.today()));
    }

    private View seen(Desk desk, int year, Map<String, String> typed, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/fund-shortfalls?year=" + year);
            case Answer.Refused<Long> refused ->
                list(desk, year, typed, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.fund-shortfalls"), List.of(), Place.FUND_SHORTFALLS);
    }
}
