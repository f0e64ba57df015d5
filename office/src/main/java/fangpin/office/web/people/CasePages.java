package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.StaffNames;
import fangpin.office.register.CaseFiles;
import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Divisions;
import fangpin.office.register.Notice;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.StatusKind;
import fangpin.office.register.internal.CaseStep;
import fangpin.office.web.Desk;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Cases: the list of them, the form that begins one, the page on which it goes its way. */
@Controller
class CasePages {
    private static final int ROWS = 50;

    private final Determinations determinations;
    private final PersonFiles persons;
    private final CaseFiles files;
    private final Divisions divisions;
    private final ScopedWork work;
    private final StaffNames accounts;
    private final Laws laws;

    CasePages(
            Determinations determinations,
            PersonFiles persons,
            CaseFiles files,
            Divisions divisions,
            ScopedWork work,
            StaffNames accounts,
            Laws laws) {
        this.determinations = determinations;
        this.persons = persons;
        this.files = files;
        this.divisions = divisions;
        this.work = work;
        this.accounts = accounts;
        this.laws = laws;
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/determinations")
    PageView list(
            Desk desk,
            @RequestParam(required = false) Determination.@Nullable Stage stage,
            @RequestParam(required = false) Determination.@Nullable Kind kind,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after) {
        List<Determination> found = determinations.list(desk.actor(), stage, kind, open, after, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Determination> shown = more ? found.subList(0, ROWS) : found;
        Query query = Query.of("/determinations")
                .with("stage", stage == null ? "" : word(stage))
                .with("kind", kind == null ? "" : word(kind))
                .with("open", open ? "" : "false");
        return PageView.of(
                "people/cases.jte",
                page(desk, "web.place.determinations"),
                new CaseList(query, open, shown, more ? shown.getLast().id() : null));
    }

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/determinations/new")
    PageView form(
            Desk desk,
            @RequestParam long person,
            @RequestParam(defaultValue = "recognition") Determination.Kind kind,
            @RequestParam(required = false) @Nullable Long spell) {
        return form(desk, CaseForm.begun(person, kind, spell, desk.today()), false, null);
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/determinations")
    View declare(Desk desk, @ModelAttribute CaseForm form) {
        PersonFile file =
                persons.find(desk.actor(), form.person(), desk.today()).orElseThrow(NotFoundException::new);
        Declaration said = form.declaration(file.person().path());
        if (said == null) {
            return form(desk, form, true, null).withStatus(422);
        }
        return switch (determinations.declare(desk.actor(), said, desk.today())) {
            case Answer.Done<Long> done -> See.other("/determinations/" + done.value());
            case Answer.Refused<Long> refused -> form(desk, form, true, refused).withStatus(422);
        };
    }

    private PageView form(Desk desk, CaseForm form, boolean sentBack, Answer.@Nullable Refused<Long> refused) {
        PersonFile file =
                persons.find(desk.actor(), form.person(), desk.today()).orElseThrow(NotFoundException::new);
        Page page =
                page(desk, "register.declare").under(desk.words().of("web.place.determinations"), "/determinations");
        return PageView.of(
                "people/case-form.jte",
                page,
                new CaseFormPage(form, file, List.of(StatusKind.values()), villages(desk, file), sentBack, refused));
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/determinations/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, Typed.none(), null);
    }

    private PageView one(Desk desk, long id, Typed typed, Answer.@Nullable Refused<?> refused) {
        Determinations.Story story = determinations.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Page page = page(desk, "register.case").under(desk.words().of("web.place.determinations"), "/determinations");
        return PageView.of(
                "people/case.jte",
                page,
                new CasePage(
                        story,
                        names(story),
                        destination(desk, story.determination()),
                        laws.of(story.determination().clause()),
                        files.of(desk.actor(), id),
                        typed,
                        refused));
    }

    private @Nullable String destination(Desk desk, Determination said) {
        String path = said.toPath();
        return path == null
                ? null
                : work.read(desk.actor(), () -> divisions.namesOf(List.of(path)))
                        .get(path);
    }

    /** 办理: what a button of the page of a case asks for. */
    enum Step {
        INVESTIGATE,
        RECOGNISE,
        PUBLISH,
        FILE,
        REFUSE,
        WITHDRAW
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/determinations/{id}/work")
    View work(
            Desk desk,
            @PathVariable long id,
            @RequestParam Step step,
            @RequestParam int version,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Typed looked = step == Step.PUBLISH ? typed.needingNumber("days", Notice.FEWEST_DAYS, Notice.MOST_DAYS) : typed;
        if (looked.isWrong()) {
            return one(desk, id, looked, null).withStatus(422);
        }
        String note = typed.in("note");
        int days = typed.number("days");
        return answer(
                desk,
                id,
                typed,
                switch (step) {
                    case INVESTIGATE -> determinations.investigate(desk.actor(), id, version, note, desk.today());
                    case PUBLISH -> determinations.publish(desk.actor(), id, version, days, note, desk.today());
                    case WITHDRAW -> determinations.withdraw(desk.actor(), id, version, note, desk.today());
                    case RECOGNISE, FILE, REFUSE -> throw new NotFoundException();
                });
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/determinations/{id}/approve")
    View approve(
            Desk desk,
            @PathVariable long id,
            @RequestParam Step step,
            @RequestParam int version,
            @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        String note = typed.in("note");
        return answer(
                desk,
                id,
                typed,
                switch (step) {
                    case RECOGNISE -> determinations.recognise(desk.actor(), id, version, note, desk.today());
                    case FILE -> determinations.file(desk.actor(), id, version, note, desk.today());
                    case REFUSE -> determinations.refuse(desk.actor(), id, version, note, desk.today());
                    case INVESTIGATE, PUBLISH, WITHDRAW -> throw new NotFoundException();
                });
    }

    /** The case's page, with why something was not done. */
    View refused(Desk desk, long id, Answer.Refused<?> refused) {
        return one(desk, id, Typed.none(), refused).withStatus(422);
    }

    private View answer(Desk desk, long id, Typed typed, Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long> done -> See.other("/determinations/" + id);
            case Answer.Refused<Long> refused -> one(desk, id, typed, refused).withStatus(422);
        };
    }

    /** The villages a household can move to here: those of its county or zone that the reader may see. */
    private List<Divisions.Village> villages(Desk desk, PersonFile file) {
        return work.read(
                desk.actor(),
                () -> divisions.villagesOf(
                        file.places().size() < 3
                                ? file.person().path()
                                : file.places().get(2).path()));
    }

    private Map<Long, String> names(Determinations.Story story) {
        return accounts.namesOf(
                story.steps().stream().map(CaseStep::enteredBy).distinct().toList());
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.DETERMINATIONS);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
