package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 年度复核 (LS §6.1): opened by a county, worked by its towns and villages, each with its own households. */
class ReviewsTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final int YEAR = 2031;

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Reviews reviews = office.part(Reviews.class);
    private final Actor county = place.clerkOf("nb-review-county", Neighbourhood.EAST);
    private final Actor upper = place.clerkOf("nb-review-upper", Neighbourhood.UPPER_VILLAGE);
    private final Actor lower = place.clerkOf("nb-review-lower", Neighbourhood.LOWER_VILLAGE);
    private final Actor beside = place.clerkOf("nb-review-west", Neighbourhood.WEST);

    @Test
    void aVillageWorksTheCampaignOfItsCounty() {
        place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        place.household(Neighbourhood.LOWER_VILLAGE, 1, true);
        long id = done(reviews.open(county, YEAR, TODAY.plusDays(30), TODAY));
        long inUpper = campaign(upper, id).households();
        long inLower = campaign(lower, id).households();
        assertEquals(campaign(county, id).households(), inUpper + inLower);
        Reviews.Item first = reviews.items(upper, id, true, 0, 10).getFirst();
        assertInstanceOf(
                Answer.Refused.class, reviews.enter(lower, id, first.householdId(), Reviews.Result.STAYS, "", TODAY));
        done(reviews.enter(upper, id, first.householdId(), Reviews.Result.STAYS, "", TODAY));
        assertEquals(1, campaign(upper, id).done());
        assertEquals(0, campaign(lower, id).done());
        assertEquals(1, campaign(county, id).done());
        assertEquals(Refusal.NOT_FOUND, reason(reviews.close(upper, id, TODAY)), "the county's to close");
        assertEquals(Refusal.REVIEW_OPEN, reason(reviews.close(county, id, TODAY)));
        for (Reviews.Item item : reviews.items(county, id, true, 0, 10_000)) {
            done(reviews.enter(county, id, item.householdId(), Reviews.Result.STAYS, "", TODAY));
        }
        done(reviews.close(county, id, TODAY));
        assertEquals(TODAY, campaign(lower, id).closedOn());
        assertEquals(Refusal.CHANGED_MEANWHILE, reason(reviews.close(county, id, TODAY)));
        assertEquals(
                List.of(),
                reviews.list(beside).stream().filter(one -> one.id() == id).toList());
    }

    private Reviews.Campaign campaign(Actor actor, long id) {
        return reviews.list(actor).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static Object reason(Answer<?> outcome) {
        return assertInstanceOf(Answer.Refused.class, outcome).reason();
    }

    private static <T> T done(Answer<T> outcome) {
        return switch (outcome) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused -> fail(refused.toString());
        };
    }
}
