package fangpin.demonstration;

import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import java.util.List;

/** 定点医院: one hospital of Rongcheng, whose desk settles; its account works with its own bills only. */
final class HospitalsOfTheCounty implements Story {
    static final String NAME = "荣成市人民医院（演示）";
    private static final String CODE = "h371082001";

    /** The path of the hospital in its county. */
    static String path(Place county) {
        return county.path() + "y-" + CODE + "/";
    }

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        Hospital made = Scene.done(scene.face(Hospitals.class)
                .add(
                        scene.as("system"),
                        "370000/371000/371082/",
                        CODE,
                        NAME,
                        "Rongcheng People's Hospital (demonstration)"));
        if (!made.path().equals(scene.as("hospital").scope().path())) {
            throw new IllegalStateException("the desk is not the hospital's");
        }
    }
}
