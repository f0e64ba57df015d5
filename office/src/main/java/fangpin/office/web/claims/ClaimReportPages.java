package fangpin.office.web.claims;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.LossReports;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.PageView;
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

/** 报案: the person found by ID number or from his page, the accident written down. */
@Controller
public class ClaimReportPages {
    private final LossReports reports;
    private final PolicyLibrary library;

    ClaimReportPages(LossReports reports, PolicyLibrary library) {
        this.reports = reports;
        this.library = library;
    }

    /**
     * 报案页.
     *
     * @param found null before somebody was found
     */
    public record ReportPage(
            LossReports.@Nullable Found found, List<Cover> covers, Typed typed, Answer.@Nullable Refused<?> refused) {}

    /** A cover as the page names it. */
    public record Cover(fangpin.kernel.Text product, LossReports.Held held) {}

    @Needs(Right.CLAIM_REPORT)
    @GetMapping("/claims/new")
    PageView form(Desk desk, @RequestParam(required = false) @Nullable Long person) {
        return person == null
                ? page(desk, null, Typed.none(), null)
                : found(desk, Typed.none(), reports.withRecord(desk.actor(), person), null);
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims/person")
    PageView person(Desk desk, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return found(desk, typed, reports.withIdNumber(desk.actor(), typed.in("idNumber")), null);
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping("/claims")
    View report(Desk desk, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return switch (ClaimForm.report(typed).then(said -> reports.report(desk.actor(), said, desk.today()))) {
            case Answer.Done<Long>(Long id) -> See.other("/claims/" + id + "/papers");
            case Answer.Refused<Long> refused ->
                found(desk, typed, reports.withRecord(desk.actor(), typed.id("person")), refused);
        };
    }

    private PageView found(
            Desk desk, Typed typed, Answer<LossReports.Found> found, Answer.@Nullable Refused<?> refused) {
        return switch (found) {
            case Answer.Done<LossReports.Found>(LossReports.Found one) -> page(desk, one, typed, refused);
            case Answer.Refused<LossReports.Found> nobody -> page(desk, null, typed, nobody);
        };
    }

    private PageView page(
            Desk desk, LossReports.@Nullable Found found, Typed typed, Answer.@Nullable Refused<?> refused) {
        PageView view = PageView.of(
                "claims/report.jte",
                ClaimPages.page(desk).under(desk.words().of("web.place.claims"), "/claims"),
                new ReportPage(
                        found,
                        found == null
                                ? List.of()
                                : found.covers().stream()
                                        .map(held -> new Cover(
                                                library.productName(
                                                        held.cover().pack(),
                                                        held.cover().product()),
                                                held))
                                        .toList(),
                        typed,
                        refused));
        return refused == null ? view : view.withStatus(422);
    }
}
