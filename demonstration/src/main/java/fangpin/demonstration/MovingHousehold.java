package fangpin.demonstration;

import fangpin.office.register.Handovers;
import java.time.LocalDate;
import java.util.List;

/** 迁移故事: a couple of 崖头镇 has gone to live with their son in Wendeng; Rongcheng has proposed to hand them over. */
final class MovingHousehold implements Story {
    private static final LocalDate SINCE = LocalDate.of(2015, 12, 18);
    private final Household household;

    MovingHousehold(Casting casting) {
        household = casting.household(
                "371082105202",
                901,
                "姜立军",
                SINCE,
                casting.beneficiary(SINCE, casting.person("姜福贵", "02", 1, 1951, 1, 27)),
                casting.beneficiary(SINCE, casting.person("丛桂珍", "12", 2, 1952, 11, 19)));
    }

    @Override
    public List<Household> households() {
        return List.of(household);
    }

    @Override
    public void tell(Scene scene) {
        Scene.done(scene.face(Handovers.class)
                .propose(
                        scene.as("county"),
                        scene.ids(household).getFirst(),
                        "370000/371000/371003/",
                        LocalDate.of(2020, 5, 1),
                        "随子女迁居文登区，户口已迁出",
                        LocalDate.of(2020, 5, 8)));
    }
}
