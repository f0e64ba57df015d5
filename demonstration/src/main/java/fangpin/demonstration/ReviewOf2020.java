package fangpin.demonstration;

import fangpin.office.register.Reviews;
import java.time.LocalDate;
import java.util.List;

/** 年度复核故事: the review of 2020 is open in Rongcheng; some households of 俚岛镇 have been visited. */
final class ReviewOf2020 implements Story {
    private static final LocalDate OPENED = LocalDate.of(2020, 4, 15);
    private static final LocalDate DUE = LocalDate.of(2020, 6, 30);
    private static final int VISITED = 60;
    private static final int CHANGED_EVERY = 15;

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        Reviews reviews = scene.face(Reviews.class);
        long campaign = Scene.done(reviews.open(scene.as("county"), 2020, DUE, OPENED));
        List<Reviews.Item> items = reviews.items(scene.as("town"), campaign, true, 0, VISITED);
        for (int i = 0; i < items.size(); i++) {
            boolean changed = i % CHANGED_EVERY == CHANGED_EVERY - 1;
            Scene.done(reviews.enter(
                    scene.as("town"),
                    campaign,
                    items.get(i).householdId(),
                    changed ? Reviews.Result.CHANGES : Reviews.Result.STAYS,
                    changed ? "家庭成员有变化，需更新登记" : "入户复核，情况没有变化",
                    OPENED.plusDays(1 + i / 4)));
        }
    }
}
