package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.enrolment.StatedFigures;
import java.time.LocalDate;
import java.util.List;

/** 连云请示故事 (LY2): the rural population and what is left of last year's premium, as the district's request states them. */
final class RequestOfLianyun implements Story {
    private static final LocalDate DAY = LocalDate.of(2020, 5, 6);
    private static final String PACK = "lianyungang-2021";

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        state(scene, "rural-population", 26_780, "连区扶办〔2021〕2号：全区农村人口2.678万人");
        state(scene, StatedFigures.CARRY_OVER, 17_268_663, "连区扶办〔2021〕2号：2020年度结余保费");
    }

    private static void state(Scene scene, String measure, long value, String source) {
        StatedFigures figures = scene.face(StatedFigures.class);
        Actor clerk = scene.as("lianyun");
        long id = Scene.done(figures.state(
                clerk, new StatedFigures.Told(PACK, measure, clerk.scope().path(), value, DAY, source), DAY));
        Scene.done(figures.approve(scene.as("lianyun2"), id, DAY.plusDays(1)));
    }
}
