package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.register.PersonEntry;
import fangpin.office.register.Refusal;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A person entered by hand. */
@Controller
public class EntryPages {
    private final PersonEntry entry;
    private final Divisions divisions;
    private final ScopedWork work;

    EntryPages(PersonEntry entry, Divisions divisions, ScopedWork work) {
        this.entry = entry;
        this.divisions = divisions;
        this.work = work;
    }

    /**
     * 登记人员页: the form as it was filled in, but for the ID number, which is typed again.
     *
     * @param joins a member of the household that is joined; null for a household of its own
     */
    public record EntryPage(
            @Nullable Long joins, Typed typed, List<Divisions.Village> villages, Answer.@Nullable Refused<?> refused) {
        /** Whether somebody else had the number, and the clerk may say that this is another person. */
        public boolean mayBeAnother() {
            return refused != null
                    && (refused.reason() == Refusal.NUMBER_CORRECTED
                            || refused.reason() == Refusal.NUMBER_CORRECTED_OUTSIDE);
        }
    }

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/persons/new")
    PageView form(Desk desk, @RequestParam(required = false) @Nullable Long joins) {
        return form(desk, joins, Typed.of(Map.of("relation", joins == null ? "02" : "20")), null);
    }

    private PageView form(Desk desk, @Nullable Long joins, Typed typed, Answer.@Nullable Refused<?> refused) {
        List<Divisions.Village> villages = joins == null
                ? work.read(
                        desk.actor(),
                        () -> divisions.villagesOf(desk.actor().scope().path()))
                : List.of();
        Page page = new Page(desk, desk.words().of("register.enter"), List.of(), Place.PERSONS)
                .under(desk.words().of("web.place.persons"), "/persons");
        return PageView.of("people/entry.jte", page, new EntryPage(joins, typed, villages, refused));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/persons")
    View enter(
            Desk desk,
            @RequestParam(required = false) @Nullable Long joins,
            @RequestParam(defaultValue = "false") boolean another,
            @RequestParam Map<String, String> fields) {
        Typed known = Typed.of(fields).needing("name").mayBeDay("bornOn").needing("reason");
        Typed typed = joins == null ? known.needing("village") : known;
        if (typed.isWrong()) {
            return form(desk, joins, typed, null).withStatus(422);
        }
        PersonEntry.Wanted wanted = wanted(typed, joins);
        Answer<Long> entered = another
                ? entry.enterAnother(desk.actor(), wanted, desk.today())
                : entry.enter(desk.actor(), wanted, desk.today());
        return switch (entered) {
            case Answer.Done<Long> done -> See.other("/persons/" + done.value());
            case Answer.Refused<Long> refused ->
                form(desk, joins, typed, refused).withStatus(422);
        };
    }

    private static PersonEntry.Wanted wanted(Typed typed, @Nullable Long joins) {
        int sex = typed.number("sex");
        String relation = typed.in("relation");
        return new PersonEntry.Wanted(
                typed.in("name"),
                typed.in("idNumber"),
                sex == 1 || sex == 2 ? sex : 0,
                typed.day("bornOn").orElse(null),
                relation.matches("[0-9]{2}") ? relation : "99",
                typed.in("village"),
                joins,
                typed.in("reason"));
    }
}
