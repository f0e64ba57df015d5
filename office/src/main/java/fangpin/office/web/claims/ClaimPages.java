package fangpin.office.web.claims;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimDecision;
import fangpin.office.claims.ClaimFiles;
import fangpin.office.claims.ClaimProposals;
import fangpin.office.claims.ClaimStep;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.claims.Claims;
import fangpin.office.claims.Proposal;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Claims: the list of them, the page on which one goes its way. */
@Controller
public class ClaimPages {
    private static final int ROWS = 50;

    private final Claims claims;
    private final ClaimProposals proposals;
    private final ClaimFiles files;
    private final PaymentOrders orders;
    private final PolicyLibrary library;
    private final StaffNames staff;
    private final Laws laws;

    ClaimPages(
            Claims claims,
            ClaimProposals proposals,
            ClaimFiles files,
            PaymentOrders orders,
            PolicyLibrary library,
            StaffNames staff,
            Laws laws) {
        this.claims = claims;
        this.proposals = proposals;
        this.files = files;
        this.orders = orders;
        this.library = library;
        this.staff = staff;
        this.laws = laws;
    }

    /** 理赔清单. */
    public record ClaimList(
            List<Claim> claims,
            Query query,
            boolean openOnly,
            boolean overdueOnly,
            @Nullable Long next) {}

    @Needs(Right.CLAIM_READ)
    @GetMapping("/claims")
    PageView list(
            Desk desk,
            @RequestParam(required = false) Claim.@Nullable Stage stage,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after) {
        List<Claim> found =
                claims.list(desk.actor(), stage, open && stage == null, overdue, after, ROWS + 1, desk.today());
        boolean more = found.size() > ROWS;
        List<Claim> shown = more ? found.subList(0, ROWS) : found;
        Query query = Query.of("/claims")
                .with("stage", stage == null ? "" : Claim.word(stage))
                .with("open", open ? "" : "false")
                .with("overdue", overdue ? "true" : "");
        return PageView.of(
                "claims/list.jte",
                page(desk),
                new ClaimList(
                        shown, query, open, overdue, more ? shown.getLast().id() : null));
    }

    /**
     * 理赔案件页.
     *
     * @param clause of the product, for a refusal to begin with
     * @param files by the word of the paper or investigation they belong to
     * @param payments of the claim, the newest first
     * @param result what the rules give now, or gave; null where there is nothing to work out yet
     * @param typed what was typed into the form that was sent back
     * @param refused why what was asked last was not done; null where nothing was refused
     */
    public record ClaimPage(
            Claims.Story story,
            Text product,
            String clause,
            Map<Long, String> staff,
            Map<String, List<Attachments.Listed>> files,
            List<PaymentOrder> payments,
            @Nullable ClaimResult result,
            Typed typed,
            Answer.@Nullable Refused<?> refused) {
        /** The files of a paper or an investigation. */
        public List<Attachments.Listed> filesOf(String part) {
            return files.getOrDefault(part, List.of());
        }
    }

    @Needs(Right.CLAIM_READ)
    @GetMapping("/claims/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, Typed.none(), null, null);
    }

    /**
     * The page after something was asked for.
     *
     * @param tried a trial just made; null for what stands
     */
    PageView one(Desk desk, long id, Typed typed, @Nullable ClaimTrial tried, Answer.@Nullable Refused<?> refused) {
        Claims.Story story = claims.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        ClaimTrial shown = tried == null ? standing(desk, story) : tried;
        PageView view = PageView.of(
                "claims/claim.jte",
                page(desk).under(desk.words().of("web.place.claims"), "/claims"),
                new ClaimPage(
                        story,
                        library.productName(story.claim().pack(), story.claim().product()),
                        clause(story.claim()),
                        staff.namesOf(story.steps().stream()
                                .map(ClaimStep::enteredBy)
                                .distinct()
                                .toList()),
                        files.of(desk.actor(), id),
                        orders.of(desk.actor(), story.claim().subject()),
                        shown == null ? null : ClaimResult.of(shown, tongue(desk), laws),
                        typed,
                        refused));
        return refused == null ? view : view.withStatus(422);
    }

    private String clause(Claim claim) {
        return library.pack(claim.pack())
                .flatMap(pack -> pack.product(claim.product()))
                .map(product -> product.clause().text())
                .orElse("");
    }

    /** What the page shows when nobody tries anything: the waiting proposal as it comes out now, else the decision that counts. */
    private @Nullable ClaimTrial standing(Desk desk, Claims.Story story) {
        Proposal proposal = story.proposal();
        Assessment found = proposal == null ? null : proposal.assessment();
        if (story.claim().stage() == Claim.Stage.PROPOSED && found != null) {
            return switch (proposals.trial(desk.actor(), story.claim().id(), found)) {
                case Answer.Done<ClaimTrial>(ClaimTrial now) -> now;
                case Answer.Refused<ClaimTrial> moved -> null;
            };
        }
        ClaimDecision decision = story.decision();
        return decision == null ? null : claims.explained(desk.actor(), story.claim(), decision);
    }

    static Text.Language tongue(Desk desk) {
        return desk.language() == Language.CHINESE ? Text.Language.ZH : Text.Language.EN;
    }

    /** A name: whole for whoever stands by the family or handles the claim, masked for those who look on. */
    public static String name(Page page, String name) {
        return page.desk().actor().may(Right.CLAIM_REPORT) ? name : Mask.name(name);
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.claims"), List.of(), Place.CLAIMS);
    }
}
