package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.Reviews;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The yearly review: campaigns and their work lists. */
@Controller
public class ReviewPages {
    private static final int ROWS = 50;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final Reviews reviews;

    ReviewPages(Reviews reviews) {
        this.reviews = reviews;
    }

    /** 年度复核页. */
    public record ReviewListPage(
            List<Reviews.Campaign> campaigns, Typed typed, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/reviews")
    PageView list(Desk desk) {
        return list(desk, Typed.of(Map.of("year", Integer.toString(desk.today().getYear()))), null);
    }

    private PageView list(Desk desk, Typed typed, Answer.@Nullable Refused<Long> refused) {
        return PageView.of(
                "people/reviews.jte", page(desk), new ReviewListPage(reviews.list(desk.actor()), typed, refused));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/reviews")
    View open(Desk desk, @RequestParam Map<String, String> fields) {
        Typed typed =
                Typed.of(fields).needingNumber("year", FIRST_YEAR, LAST_YEAR).needingDay("dueOn");
        if (typed.isWrong()) {
            return list(desk, typed, null).withStatus(422);
        }
        return switch (reviews.open(
                desk.actor(), typed.number("year"), typed.day("dueOn").orElseThrow(), desk.today())) {
            case Answer.Done<Long> done -> See.other("/reviews/" + done.value());
            case Answer.Refused<Long> refused -> list(desk, typed, refused).withStatus(422);
        };
    }

    /**
     * 复核工作单.
     *
     * @param next the household the next page begins after; null on the last
     */
    public record WorkListPage(
            Reviews.Campaign campaign,
            boolean open,
            List<Reviews.Item> items,
            @Nullable Long next,
            Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/reviews/{id}")
    PageView one(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") long after) {
        return one(desk, id, open, after, null);
    }

    private PageView one(Desk desk, long id, boolean open, long after, Answer.@Nullable Refused<Long> refused) {
        Reviews.Campaign campaign = reviews.list(desk.actor()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<Reviews.Item> items = reviews.items(desk.actor(), id, open, after, ROWS + 1);
        boolean more = items.size() > ROWS;
        List<Reviews.Item> shown = more ? items.subList(0, ROWS) : items;
        return PageView.of(
                "people/review.jte",
                page(desk).under(desk.words().of("web.place.reviews"), "/reviews"),
                new WorkListPage(campaign, open, shown, more ? shown.getLast().householdId() : null, refused));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/reviews/{id}/close")
    View close(Desk desk, @PathVariable long id) {
        return switch (reviews.close(desk.actor(), id, desk.today())) {
            case Answer.Done<Long> done -> See.other("/reviews/" + id);
            case Answer.Refused<Long> refused -> one(desk, id, true, 0, refused).withStatus(422);
        };
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/reviews/{id}/households/{household}")
    View enter(
            Desk desk,
            @PathVariable long id,
            @PathVariable long household,
            @RequestParam Reviews.Result result,
            @RequestParam(defaultValue = "") String note) {
        return switch (reviews.enter(desk.actor(), id, household, result, note, desk.today())) {
            case Answer.Done<Long> done -> See.other("/reviews/" + id + "?after=" + (household - 1));
            case Answer.Refused<Long> refused ->
                one(desk, id, true, household - 1, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.reviews"), List.of(), Place.REVIEWS);
    }
}
