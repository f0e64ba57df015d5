package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectIncome;
import fangpin.office.project.ProjectIncomes;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.project.Projects;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 收益分配: what a project brought in, and the list by which households get it; the list prints as a notice. */
@Controller
public class ProjectIncomePages {
    private final ProjectActions actions;
    private final Projects projects;
    private final ProjectIncomes incomes;
    private final Laws laws;

    ProjectIncomePages(ProjectActions actions, Projects projects, ProjectIncomes incomes, Laws laws) {
        this.actions = actions;
        this.projects = projects;
        this.incomes = incomes;
        this.laws = laws;
    }

    /**
     * 收益分配页.
     *
     * @param candidates whom it may go to; empty once the list is handed on
     * @param leavesKeyVillagesOut whether it is for villages that are not key villages only
     * @param drawsUp whether this reader draws the list up
     * @param approves whether this reader may approve it
     */
    public record IncomePage(
            Project project,
            ProjectIncome income,
            List<ProjectIncome.Candidate> candidates,
            Map<Long, ProjectIncome.Share> shares,
            boolean leavesKeyVillagesOut,
            boolean drawsUp,
            boolean approves,
            List<Law> laws,
            Typed typed,
            Answer.@Nullable Refused<?> refused) {
        /** What stands in a field of a household: as typed, else as the list has it. */
        public String amount(ProjectIncome.Candidate one) {
            String typed = this.typed.in("amount" + one.householdId());
            ProjectIncome.Share share = shares.get(one.householdId());
            return !typed.isEmpty() || share == null
                    ? typed
                    : String.format(java.util.Locale.ROOT, "%d.%02d", share.amountFen() / 100, share.amountFen() % 100);
        }

        /** Why it gets so much, likewise. */
        public String ground(ProjectIncome.Candidate one) {
            String typed = this.typed.in("ground" + one.householdId());
            ProjectIncome.Share share = shares.get(one.householdId());
            return !typed.isEmpty() || share == null ? typed : share.ground();
        }
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/incomes")
    View enter(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        OptionalLong amount = ProjectForm.fen(typed, "amount");
        OptionalLong upkeep = ProjectForm.fen(typed, "upkeep");
        OptionalLong village = ProjectForm.fen(typed, "village");
        Optional<LocalDate> received = typed.day("receivedOn");
        Answer<Long> entered;
        if (amount.isEmpty() || upkeep.isEmpty() || village.isEmpty()) {
            entered = Answer.refused(ProjectRefusal.BAD_AMOUNT);
        } else if (received.isEmpty()) {
            entered = Answer.refused(ProjectRefusal.BAD_DATE);
        } else {
            entered = incomes.enter(
                    desk.actor(),
                    id,
                    typed.count("year"),
                    typed.in("payer"),
                    received.get(),
                    amount.getAsLong(),
                    upkeep.getAsLong(),
                    village.getAsLong(),
                    desk.today());
        }
        return switch (entered) {
            case Answer.Done<Long>(Long income) -> See.other("/projects/" + id + "/incomes/" + income);
            case Answer.Refused<Long> refused -> actions.answer(desk, id, typed, refused);
        };
    }

    @Needs(Right.PROJECT_READ)
    @GetMapping("/projects/{id}/incomes/{income}")
    PageView one(Desk desk, @PathVariable long id, @PathVariable long income) {
        return page(desk, id, income, Typed.none(), null);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/incomes/{income}/shares")
    View share(Desk desk, @PathVariable long id, @PathVariable long income, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        List<ProjectIncomes.Wanted> wanted = new ArrayList<>();
        for (String field : typed.fields().keySet()) {
            if (field.matches("amount[0-9]{1,18}") && !typed.in(field).isBlank()) {
                OptionalLong fen = ProjectForm.fen(typed, field);
                if (fen.isEmpty()) {
                    return page(desk, id, income, typed, new Answer.Refused<>(ProjectRefusal.BAD_AMOUNT, List.of()));
                }
                String household = field.substring("amount".length());
                wanted.add(new ProjectIncomes.Wanted(
                        Long.parseLong(household), typed.in("ground" + household), fen.getAsLong()));
            }
        }
        return answer(
                desk,
                id,
                income,
                typed,
                incomes.share(desk.actor(), id, income, typed.version(), wanted, desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/incomes/{income}/propose")
    View propose(
            Desk desk, @PathVariable long id, @PathVariable long income, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return answer(
                desk, id, income, typed, incomes.propose(desk.actor(), id, income, typed.version(), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/incomes/{income}/decide")
    View decide(Desk desk, @PathVariable long id, @PathVariable long income, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return answer(
                desk,
                id,
                income,
                typed,
                incomes.decide(
                        desk.actor(),
                        id,
                        income,
                        typed.version(),
                        !typed.in("outcome").equals("no"),
                        typed.in("said"),
                        desk.today()));
    }

    private View answer(Desk desk, long id, long income, Typed typed, Answer<?> outcome) {
        return switch (outcome) {
            case Answer.Done<?> done -> See.other("/projects/" + id + "/incomes/" + income);
            case Answer.Refused<?> refused
            when refused.reason() == ProjectRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> page(desk, id, income, typed, refused);
        };
    }

    private PageView page(Desk desk, long id, long income, Typed typed, Answer.@Nullable Refused<?> refused) {
        Projects.Story story = projects.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Project project = story.project();
        ProjectIncome found = story.incomes().stream()
                .filter(one -> one.id() == income)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Projects.Doer doer = projects.doer(desk.actor());
        boolean drawsUp = doer.writes() && found.proposedOn() == null;
        PageView view = PageView.of(
                "project/income.jte",
                ProjectPages.page(desk)
                        .under(desk.words().of("web.place.projects"), "/projects")
                        .under(project.plan().name(), "/projects/" + id),
                new IncomePage(
                        project,
                        found,
                        drawsUp ? incomes.candidates(desk.actor(), project, found) : List.of(),
                        found.shares().stream()
                                .collect(Collectors.toMap(ProjectIncome.Share::householdId, Function.identity())),
                        incomes.leavesKeyVillagesOut(desk.actor(), project),
                        drawsUp,
                        doer.checks()
                                && found.proposedOn() != null
                                && found.approvedOn() == null
                                && found.proposedBy() != desk.actor().userId(),
                        laws.of(incomes.clauses(desk.actor(), project).toArray(String[]::new)),
                        typed,
                        refused));
        return refused == null ? view : view.withStatus(422);
    }
}
