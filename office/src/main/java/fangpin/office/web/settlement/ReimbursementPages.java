package fangpin.office.web.settlement;

import fangpin.kernel.policy.InputColumn;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Reimbursement;
import fangpin.office.settlement.Reimbursements;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Trial;
import fangpin.office.web.Desk;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
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

/** 手工报销页: paper bills entered, looked at by another person, settled. */
@Controller
public class ReimbursementPages {
    private static final int ROWS = 50;

    private final Reimbursements reimbursements;
    private final DeskProducts products;
    private final Attachments attachments;
    private final Laws laws;
    private final StaffNames staff;

    ReimbursementPages(
            Reimbursements reimbursements,
            DeskProducts products,
            Attachments attachments,
            Laws laws,
            StaffNames staff) {
        this.reimbursements = reimbursements;
        this.products = products;
        this.attachments = attachments;
        this.laws = laws;
        this.staff = staff;
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.reimbursements"), List.of(), Place.REIMBURSEMENTS);
    }

    private static Page below(Desk desk) {
        return page(desk).under(desk.words().of("web.place.reimbursements"), "/reimbursements");
    }

    /** 手工报销清单. */
    public record ReimbursementList(
            List<Reimbursement> rows, @Nullable Long next) {}

    @Needs(Right.REIMBURSEMENT_WRITE)
    @GetMapping("/reimbursements")
    PageView list(Desk desk, @RequestParam(defaultValue = "9223372036854775807") long before) {
        List<Reimbursement> found = reimbursements.list(desk.actor(), before, ROWS + 1);
        List<Reimbursement> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "settlement/reimbursements.jte",
                page(desk),
                new ReimbursementList(
                        shown, found.size() > ROWS ? shown.getLast().id() : null));
    }

    /** 手工报销登记页. */
    public record FormPage(List<InputColumn> columns, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        /** What was typed into a field. */
        public String typedIn(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @GetMapping("/reimbursements/new")
    PageView form(Desk desk) {
        return form(desk, Map.of(), null);
    }

    private PageView form(Desk desk, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/reimbursement-form.jte",
                below(desk),
                new FormPage(products.columns(desk.actor()), typed, refused));
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements")
    View enter(Desk desk, @RequestParam Map<String, String> typed) {
        ReimbursementForm form = new ReimbursementForm(typed, products.columns(desk.actor()));
        Answer<Long> entered = form.paper()
                .then(paper -> reimbursements.enter(desk.actor(), form.idNumber(), paper, form.payee(), desk.today()));
        return switch (entered) {
            case Answer.Done<Long>(Long id) -> See.other("/reimbursements/" + id);
            case Answer.Refused<Long> refused -> form(desk, typed, refused).withStatus(422);
        };
    }

    /**
     * 手工报销页.
     *
     * @param result what it would pay now, while it waits; null when it can't be settled or is settled
     * @param sameDays what is settled already of stays that overlap this one
     */
    public record ReimbursementPage(
            Reimbursement one,
            List<InputColumn> columns,
            @Nullable Result result,
            List<Bill> sameDays,
            List<Attachments.Listed> files,
            Map<Long, String> staff,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.REIMBURSEMENT_WRITE)
    @GetMapping("/reimbursements/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        Reimbursement one = reimbursements.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Answer<Trial> tried = one.stage() == Reimbursement.Stage.ENTERED
                ? reimbursements.trial(desk.actor(), one, desk.today())
                : Answer.refused(SettlementRefusal.NOT_FOUND);
        Result result = switch (tried) {
            case Answer.Done<Trial>(Trial trial) -> Result.of(trial, SettlementPages.tongue(desk), laws);
            case Answer.Refused<Trial> none -> null;
        };
        boolean hindered = one.stage() == Reimbursement.Stage.ENTERED && refused == null;
        return PageView.of(
                "settlement/reimbursement.jte",
                below(desk),
                new ReimbursementPage(
                        one,
                        products.columns(desk.actor()),
                        result,
                        reimbursements.sameDays(desk.actor(), one),
                        attachments.of(desk.actor(), "reimbursement/" + id),
                        staff.namesOf(Stream.of(one.enteredBy(), one.decidedBy(), one.cancelledBy())
                                .filter(Objects::nonNull)
                                .toList()),
                        hindered && tried instanceof Answer.Refused<Trial> why ? why : refused));
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements/{id}/approve")
    View approve(Desk desk, @PathVariable long id, @RequestParam int version) {
        return answer(desk, id, reimbursements.approve(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements/{id}/send-back")
    View sendBack(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, reimbursements.sendBack(desk.actor(), id, version, reason, desk.today()));
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements/{id}/withdraw")
    View withdraw(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, reimbursements.withdraw(desk.actor(), id, version, reason, desk.today()));
    }

    @Needs(Right.REIMBURSEMENT_WRITE)
    @PostMapping("/reimbursements/{id}/cancel")
    View cancel(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, id, reimbursements.cancel(desk.actor(), id, version, reason, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/reimbursements/" + id);
            case Answer.Refused<Long> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Long> refused -> one(desk, id, refused).withStatus(422);
        };
    }
}
