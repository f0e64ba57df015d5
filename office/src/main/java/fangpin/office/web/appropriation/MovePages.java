package fangpin.office.web.appropriation;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.Clearings;
import fangpin.office.appropriation.FundMove;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.FundRules;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.web.Desk;
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
import java.util.Arrays;
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

/** 拨付与调剂: what the poverty office proposed to become of money, and finance's answer. */
@Controller
public class MovePages {
    private static final int ROWS = 50;

    private final FundMoves moves;
    private final BudgetLines lines;
    private final Clearings clearings;
    private final ProjectPool pool;
    private final FundRules rules;
    private final PlaceNames names;
    private final StaffNames staff;
    private final Laws laws;

    MovePages(
            FundMoves moves,
            BudgetLines lines,
            Clearings clearings,
            ProjectPool pool,
            FundRules rules,
            PlaceNames names,
            StaffNames staff,
            Laws laws) {
        this.moves = moves;
        this.lines = lines;
        this.clearings = clearings;
        this.pool = pool;
        this.rules = rules;
        this.names = names;
        this.staff = staff;
        this.laws = laws;
    }

    /** 拨付与调剂列表页. */
    public record ListPage(
            FundMove.@Nullable State state,
            List<FundMove> moves,
            Map<String, String> places,
            @Nullable Long next) {}

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-moves")
    PageView list(
            Desk desk,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        FundMove.State asked = Arrays.stream(FundMove.State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(null);
        List<FundMove> found = moves.list(desk.actor(), null, asked, before, ROWS + 1);
        List<FundMove> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "appropriation/moves.jte",
                page(desk, "web.place.fund-moves"),
                new ListPage(
                        asked,
                        rows,
                        names.of(desk, rows.stream().map(FundMove::path).toList()),
                        found.size() > ROWS ? rows.getLast().id() : null));
    }

    /**
     * 一笔变动页.
     *
     * @param from null where the reader does not see the line it comes from
     */
    public record MovePage(
            FundMove move,
            @Nullable BudgetLine from,
            Optional<Standing> project,
            List<FundRules.Suspicion> suspicions,
            List<Clearings.Cleared> cleared,
            Map<String, String> places,
            Map<Long, String> staff,
            List<Law> laws,
            FundRules rules,
            Answer.@Nullable Refused<?> refused) {
        /** What an item is called. */
        public String item(Show show, String id) {
            return from == null ? id : show.text(rules.itemName(from.pack(), id));
        }

        /** What a programme is called. */
        public String programme(Show show) {
            return from == null ? move.programme() : show.text(rules.programmeOrItem(from.pack(), move.programme()));
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-moves/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        FundMove move = moves.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        BudgetLine from = lines.find(desk.actor(), move.fromLine()).orElse(null);
        Long project = move.projectId();
        return PageView.of(
                "appropriation/move.jte",
                page(desk, "appropriation.move").under(desk.words().of("web.place.fund-moves"), "/fund-moves"),
                new MovePage(
                        move,
                        from,
                        project == null ? Optional.empty() : pool.standing(desk.actor(), project),
                        from == null || move.state() != FundMove.State.PROPOSED
                                ? List.of()
                                : clearings.open(desk.actor(), FundMoves.expense(move, from.pack())),
                        clearings.of(desk.actor(), "move/" + id),
                        names.of(desk, List.of(move.path(), move.toPath())),
                        staff.namesOf(Stream.of(move.proposedBy(), move.answeredBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        laws.of(move.clause(), "WH6 §3.2"),
                        rules,
                        refused));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-moves/{id}/carry-out")
    View carryOut(Desk desk, @PathVariable long id) {
        return seen(desk, id, moves.carryOut(desk.actor(), id, desk.today()));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-moves/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return seen(desk, id, moves.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.FUND_APPROVE)
    @PostMapping("/fund-moves/{id}/clear")
    View clear(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        FundMove move = moves.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        BudgetLine from = lines.find(desk.actor(), move.fromLine()).orElseThrow(NotFoundException::new);
        Typed form = Typed.of(fields);
        return seen(
                desk,
                id,
                clearings.clear(
                        desk.actor(),
                        FundMoves.expense(move, from.pack()),
                        form.in("list"),
                        form.in("word"),
                        form.in("reason"),
                        desk.today()));
    }

    private View seen(Desk desk, long id, Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?> done -> See.other("/fund-moves/" + id);
            case Answer.Refused<?> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.FUND_MOVES);
    }
}
