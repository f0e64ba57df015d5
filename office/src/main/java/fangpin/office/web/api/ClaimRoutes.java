package fangpin.office.web.api;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.claims.Claim;
import fangpin.office.claims.Claims;
import fangpin.office.claims.LossReports;
import fangpin.office.claims.Paper;
import fangpin.office.claims.PaperKind;
import fangpin.office.web.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accident claims: reported, and read as far as they have come. What handles and approves is a person's. */
@RestController
class ClaimRoutes {
    private static final String LIST = "/api/v1/claims";

    private final LossReports reports;
    private final Claims claims;
    private final Once once;

    ClaimRoutes(LossReports reports, Claims claims, Once once) {
        this.reports = reports;
        this.claims = claims;
        this.once = once;
    }

    /**
     * 理赔: how far a claim has come; what was said of it is free text and stays in the office.
     *
     * @param name of the person, masked
     * @param dueOn last day for the next step; null where none is set
     * @param benefit by the decision that counts, in yuan, as text; null before the first
     */
    record ClaimLine(
            long id,
            String place,
            long person,
            String name,
            String pack,
            String product,
            Claim.Kind kind,
            LocalDate happenedOn,
            String cause,
            LocalDate reportedOn,
            Claim.Stage stage,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            @Nullable String benefit) {
        static ClaimLine of(Claim claim) {
            return new ClaimLine(
                    claim.id(),
                    claim.path(),
                    claim.personId(),
                    Mask.name(claim.personName()),
                    claim.pack(),
                    claim.product(),
                    claim.kind(),
                    claim.accident().happenedOn(),
                    claim.accident().cause(),
                    claim.reportedOn(),
                    claim.stage(),
                    claim.dueOn(),
                    claim.decidedOn(),
                    claim.benefitFen() == null ? null : Fen.yuan(claim.benefitFen()));
        }
    }

    /** 应交资料: a paper that the family was told to bring. */
    record PaperTold(
            PaperKind paper,
            boolean needed,
            LocalDate toldOn,
            @Nullable LocalDate receivedOn) {
        static PaperTold of(Paper paper) {
            return new PaperTold(paper.kind(), paper.needed(), paper.toldOn(), paper.receivedOn());
        }
    }

    /** 理赔与资料 */
    record ClaimRecord(ClaimLine line, List<PaperTold> papers) {}

    @Needs(Right.CLAIM_READ)
    @GetMapping(LIST)
    Listing<ClaimLine> claims(
            ApiCall call,
            @RequestParam(required = false) Claim.@Nullable Stage stage,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Limit.of(limit);
        return Listing.of(
                claims.list(
                        call.actor(), stage, open, false, Limit.after(after, Long.MAX_VALUE), most + 1, call.today()),
                most,
                ClaimLine::of,
                found -> Long.toString(found.id()));
    }

    @Needs(Right.CLAIM_READ)
    @GetMapping(LIST + "/{id}")
    ClaimRecord oneClaim(ApiCall call, @PathVariable long id) {
        Claims.Story story = claims.find(call.actor(), id).orElseThrow(NotFoundException::new);
        return new ClaimRecord(
                ClaimLine.of(story.claim()),
                story.papers().stream().map(PaperTold::of).toList());
    }

    @Needs(Right.CLAIM_REPORT)
    @PostMapping(LIST)
    ResponseEntity<Receipt> reportClaim(ApiCall call, IdempotencyKey key, @RequestBody ClaimReported said) {
        return once.run(
                call,
                key,
                said,
                () -> reports.withIdNumber(call.actor(), said.person())
                        .then(found -> reports.report(
                                call.actor(), said.about(found.person().personId()), call.today()))
                        .map(id -> Receipt.of(LIST, id)));
    }
}
