package fangpin.office.web.claims;

import fangpin.office.access.Right;
import fangpin.office.claims.Claim;
import fangpin.office.claims.Claims;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Page;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of claims as a table. */
@Component
class ClaimSheet implements ListSheet {
    private final Claims claims;

    ClaimSheet(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String id() {
        return "claims";
    }

    @Override
    public Right needs() {
        return Right.CLAIM_READ;
    }

    @Override
    public Place place() {
        return Place.CLAIMS;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        Claim.Stage stage = Arrays.stream(Claim.Stage.values())
                .filter(one -> Claim.word(one).equals(choices.get("stage")))
                .findFirst()
                .orElse(null);
        boolean open = !choices.getOrDefault("open", "").equals("false");
        boolean overdue = choices.getOrDefault("overdue", "").equals("true");
        Page page = new Page(desk, "", List.of(), Place.CLAIMS);
        return new Sheet(
                List.of(
                        "claims.claim",
                        "register.field.name",
                        "claims.kind",
                        "claims.happened-on",
                        "claims.reported-on",
                        "register.field.stage",
                        "claims.due",
                        "claims.benefit",
                        "claims.insurer"),
                claims
                        .list(desk.actor(), stage, open && stage == null, overdue, Long.MAX_VALUE, MOST, desk.today())
                        .stream()
                        .map(one -> row(page, one))
                        .toList());
    }

    private static List<String> row(Page page, Claim one) {
        Show show = Show.to(page.desk());
        Long benefit = one.benefitFen();
        return List.of(
                page.say("claims.number", String.valueOf(one.id())),
                ClaimPages.name(page, one.personName()),
                page.say("claims.kind." + Claim.word(one.kind())),
                show.date(one.accident().happenedOn()),
                show.date(one.reportedOn()),
                page.say("claims.stage." + Claim.word(one.stage())),
                show.date(one.dueOn()),
                benefit == null ? "" : show.yuan(benefit),
                one.insurer());
    }
}
