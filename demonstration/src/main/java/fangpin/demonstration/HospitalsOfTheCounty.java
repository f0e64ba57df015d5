package fangpin.demonstration;

import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import java.util.List;

/** 定点医院: a hospital of Rongcheng and one of Lianyun, whose desks settle; the account of each works with its own bills only. */
final class HospitalsOfTheCounty implements Story {
    static final String NAME = "荣成市人民医院（演示）";
    private static final String LIANYUN = "320703";

    /** What the hospital of a county is called. */
    static String name(Place county) {
        return county.code().equals(LIANYUN) ? "连云区人民医院（演示）" : NAME;
    }

    /** The path of the hospital in its county. */
    static String path(Place county) {
        return county.path() + "y-" + code(county.code()) + "/";
    }

    private static String code(String county) {
        return "h" + county + "001";
    }

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        add(scene, "system", "370000/371000/371082/", NAME, "Rongcheng People's Hospital (demonstration)", "hospital");
        add(
                scene,
                "system2",
                "320000/320700/320703/",
                "连云区人民医院（演示）",
                "Lianyun People's Hospital (demonstration)",
                "hospital2");
    }

    private static void add(Scene scene, String by, String county, String name, String english, String desk) {
        String code = code(county.substring(county.length() - "371082/".length(), county.length() - 1));
        Hospital made = Scene.done(scene.face(Hospitals.class).add(scene.as(by), county, code, name, english));
        if (!made.path().equals(scene.as(desk).scope().path())) {
            throw new IllegalStateException("the desk is not the hospital's");
        }
    }
}
