package fangpin.office.web.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.AppropriationRefusal;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundRules;
import fangpin.office.appropriation.ListFault;
import fangpin.office.appropriation.PaymentList;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.register.People;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 申请用款: to one payee, to the persons of a list, or to all who hold a status. */
@Controller
public class RequestFormPages {
    private final PaymentRequests requests;
    private final BudgetLines lines;
    private final FundRules rules;
    private final People people;
    private final ScopedWork work;

    RequestFormPages(PaymentRequests requests, BudgetLines lines, FundRules rules, People people, ScopedWork work) {
        this.requests = requests;
        this.lines = lines;
        this.rules = rules;
        this.people = people;
        this.work = work;
    }

    /** 新申请页. */
    public record NewPage(
            BudgetLine line,
            PolicyPack pack,
            Map<String, String> typed,
            List<ListFault> faults,
            FundRules rules,
            Answer.@Nullable Refused<?> refused) {
        /** What a field holds. */
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What the line is for. */
        public String item(Show show) {
            return show.text(rules.itemName(line.pack(), line.item()));
        }
    }

    @Needs(Right.FUND_PROPOSE)
    @GetMapping("/fund-requests/new")
    PageView form(Desk desk, @RequestParam(defaultValue = "0") long line) {
        return form(desk, line, Map.of(), List.of(), null);
    }

    private PageView form(
            Desk desk,
            long number,
            Map<String, String> typed,
            List<ListFault> faults,
            Answer.@Nullable Refused<?> refused) {
        BudgetLine line = lines.find(desk.actor(), number).orElseThrow(NotFoundException::new);
        return PageView.of(
                "appropriation/request-form.jte",
                new Page(desk, desk.words().of("appropriation.request-new"), List.of(), Place.FUND_REQUESTS)
                        .under(desk.words().of("appropriation.line"), "/fund-lines/" + number),
                new NewPage(
                        line,
                        rules.pack(desk.actor(), line.pack()).orElseThrow(NotFoundException::new),
                        typed,
                        faults,
                        rules,
                        refused));
    }

    private static PaymentRequests.Told told(Typed form) {
        return new PaymentRequests.Told(
                form.id("line"),
                form.in("category"),
                form.in("purpose"),
                !form.in("cash").isEmpty(),
                form.in("households").isEmpty() && form.in("persons").isEmpty()
                        ? null
                        : new PaymentRequests.Reach(form.id("households"), form.id("persons")));
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-requests")
    View raise(Desk desk, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        Answer<Long> answer = requests.raise(
                desk.actor(),
                told(form),
                new PaymentRequests.Payee(
                        form.in("name"), form.in("bank"), form.in("account"), Form.amount(form, "amount")),
                desk.today());
        return switch (answer) {
            case Answer.Done<Long>(Long id) -> See.other("/fund-requests/" + id);
            case Answer.Refused<Long> refused ->
                form(desk, form.id("line"), fields, List.of(), refused).withStatus(422);
        };
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-requests/list")
    View raiseList(Desk desk, @RequestParam Map<String, String> fields, @RequestParam @Nullable MultipartFile file)
            throws IOException {
        Typed form = Typed.of(fields);
        Answer<PaymentRequests.ListTaken> answer =
                SentFile.with(file, sent -> requests.raiseList(desk.actor(), told(form), sent, desk.today()));
        return listed(desk, form, fields, answer);
    }

    /** All who hold a status today in the line's place, each the same amount, to the card in the register. */
    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-requests/by-status")
    View raiseStatus(Desk desk, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        BudgetLine line = lines.find(desk.actor(), form.id("line")).orElseThrow(NotFoundException::new);
        long each = Form.amount(form, "each").amount();
        Optional<StatusKind> status = Arrays.stream(StatusKind.values())
                .filter(kind -> kind.id().equals(form.in("status")))
                .findFirst();
        Answer<PaymentRequests.ListTaken> answer = status.isEmpty()
                ? Answer.refused(AppropriationRefusal.FIELD_MISSING)
                : requests.raisePersons(
                        desk.actor(), told(form), holders(desk, line, status.get(), each), desk.today());
        return listed(desk, form, fields, answer);
    }

    private List<PaymentRequests.ToPerson> holders(Desk desk, BudgetLine line, StatusKind status, long each) {
        PersonQuery query = new PersonQuery(
                line.path(), status, 0, desk.today(), PersonQuery.Order.PLACE, 0, PaymentList.MOST_ROWS);
        return work.read(desk.actor(), () -> people.list(query)).stream()
                .map(person -> new PaymentRequests.ToPerson(person.id(), "", "", each))
                .toList();
    }

    private View listed(Desk desk, Typed form, Map<String, String> fields, Answer<PaymentRequests.ListTaken> answer) {
        long line = form.id("line");
        return switch (answer) {
            case Answer.Refused<PaymentRequests.ListTaken> refused ->
                form(desk, line, fields, List.of(), refused).withStatus(422);
            case Answer.Done<PaymentRequests.ListTaken>(PaymentRequests.ListTaken taken) ->
                taken.request() == null
                        ? form(
                                        desk,
                                        line,
                                        fields,
                                        taken.faults(),
                                        new Answer.Refused<>(
                                                AppropriationRefusal.LIST_FAULTY,
                                                List.of(taken.faults().size())))
                                .withStatus(422)
                        : See.other("/fund-requests/" + taken.request());
        };
    }
}
