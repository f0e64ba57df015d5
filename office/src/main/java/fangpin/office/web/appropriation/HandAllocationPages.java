package fangpin.office.web.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundRules;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 按需要分配: one item's money split by hand over the divisions below, where no scheme says how. */
@Controller
public class HandAllocationPages {
    private final Allocations allocations;
    private final FundRules rules;
    private final Divisions divisions;
    private final ScopedWork work;

    HandAllocationPages(Allocations allocations, FundRules rules, Divisions divisions, ScopedWork work) {
        this.allocations = allocations;
        this.rules = rules;
        this.divisions = divisions;
        this.work = work;
    }

    /** 按需要分配页. */
    public record HandPage(
            List<PolicyPack> packs,
            PolicyPack pack,
            List<Division> divisions,
            Map<String, String> typed,
            Answer.@Nullable Refused<?> refused) {
        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Needs(Right.FUND_PROPOSE)
    @GetMapping("/fund-allocations/by-hand")
    PageView form(Desk desk, @RequestParam(defaultValue = "") String pack) {
        return form(desk, Map.of("pack", pack), null);
    }

    private PageView form(Desk desk, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        List<PolicyPack> packs = rules.packsFor(desk.actor());
        if (packs.isEmpty()) {
            throw new NotFoundException();
        }
        return PageView.of(
                "appropriation/by-hand.jte",
                new Page(desk, desk.words().of("appropriation.by-hand"), List.of(), Place.FUND_ALLOCATIONS)
                        .under(desk.words().of("web.place.fund-allocations"), "/fund-allocations"),
                new HandPage(
                        packs,
                        packs.stream()
                                .filter(one -> one.id().equals(typed.get("pack")))
                                .findFirst()
                                .orElse(packs.getFirst()),
                        below(desk),
                        typed,
                        refused));
    }

    /** The divisions right below one's own, and units of the same rank inside those. */
    private List<Division> below(Desk desk) {
        return work.read(desk.actor(), () -> {
            List<Division> all = new ArrayList<>();
            for (Division one : divisions.below(desk.actor().scope().path())) {
                all.add(one);
                divisions.below(one.path()).stream()
                        .filter(inner -> inner.kind() == one.kind())
                        .forEach(all::add);
            }
            return all;
        });
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-allocations/by-hand")
    View propose(Desk desk, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        List<Allocations.ByHand> amounts = below(desk).stream()
                .filter(division -> !form.in("d:" + division.path()).isEmpty())
                .map(division -> new Allocations.ByHand(
                        form.in("item"), division.path(), Form.amount(form, "d:" + division.path())))
                .toList();
        Answer<Long> answer = allocations.proposeByHand(
                desk.actor(),
                form.in("pack"),
                Form.year(desk, form.in("year")),
                amounts,
                form.in("reason"),
                desk.today());
        return switch (answer) {
            case Answer.Done<Long>(Long id) -> See.other("/fund-allocations/" + id);
            case Answer.Refused<Long> refused -> form(desk, fields, refused).withStatus(422);
        };
    }
}
