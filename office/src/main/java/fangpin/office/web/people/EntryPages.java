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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    /** 登记人员页: the form as it was filled in, but for the ID number, which is typed again. */
    public record EntryPage(
            PersonEntry.Wanted wanted, List<Divisions.Village> villages, Answer.@Nullable Refused<?> refused) {
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
        String relation = joins == null ? "02" : "20";
        return form(desk, new PersonEntry.Wanted("", "", 0, null, relation, "", joins, ""), null);
    }

    private PageView form(Desk desk, PersonEntry.Wanted wanted, Answer.@Nullable Refused<?> refused) {
        List<Divisions.Village> villages = wanted.joins() == null
                ? work.read(
                        desk.actor(),
                        () -> divisions.villagesOf(desk.actor().scope().path()))
                : List.of();
        Page page = new Page(desk, desk.words().of("register.enter"), List.of(), Place.PERSONS)
                .under(desk.words().of("web.place.persons"), "/persons");
        return PageView.of("people/entry.jte", page, new EntryPage(wanted, villages, refused));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/persons")
    View enter(
            Desk desk,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String idNumber,
            @RequestParam(defaultValue = "0") int sex,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate bornOn,
            @RequestParam(defaultValue = "99") String relation,
            @RequestParam(defaultValue = "") String village,
            @RequestParam(required = false) @Nullable Long joins,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean another) {
        String code = relation.matches("[0-9]{2}") ? relation : "99";
        int known = sex == 1 || sex == 2 ? sex : 0;
        PersonEntry.Wanted wanted = new PersonEntry.Wanted(name, idNumber, known, bornOn, code, village, joins, reason);
        Answer<Long> entered = another
                ? entry.enterAnother(desk.actor(), wanted, desk.today())
                : entry.enter(desk.actor(), wanted, desk.today());
        return switch (entered) {
            case Answer.Done<Long> done -> See.other("/persons/" + done.value());
            case Answer.Refused<Long> refused -> form(desk, wanted, refused).withStatus(422);
        };
    }
}
