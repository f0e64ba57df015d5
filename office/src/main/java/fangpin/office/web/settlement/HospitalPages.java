package fangpin.office.web.settlement;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 定点医院: which hospitals settle with us. */
@Controller
public class HospitalPages {
    private final Hospitals hospitals;
    private final Divisions divisions;
    private final ScopedWork work;

    HospitalPages(Hospitals hospitals, Divisions divisions, ScopedWork work) {
        this.hospitals = hospitals;
        this.divisions = divisions;
        this.work = work;
    }

    /** 定点医院页. */
    public record HospitalPage(
            List<Hospital> hospitals, List<Division> places, Answer.@Nullable Refused<Hospital> refused) {}

    @Needs(Right.SYSTEM_MANAGE)
    @GetMapping("/hospitals")
    PageView list(Desk desk) {
        return list(desk, null);
    }

    private PageView list(Desk desk, Answer.@Nullable Refused<Hospital> refused) {
        String path = desk.actor().scope().path();
        List<Division> places = work.read(desk.actor(), () -> {
            List<Division> found = new ArrayList<>(divisions.find(path).stream().toList());
            found.addAll(divisions.below(path));
            return found;
        });
        return PageView.of(
                "settlement/hospitals.jte",
                new Page(desk, desk.words().of("web.place.hospitals"), List.of(), Place.HOSPITALS),
                new HospitalPage(hospitals.of(desk.actor()), places, refused));
    }

    @Needs(Right.SYSTEM_MANAGE)
    @PostMapping("/hospitals")
    View add(
            Desk desk,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english) {
        return switch (hospitals.add(desk.actor(), county, code, name, english)) {
            case Answer.Done<Hospital> done -> See.other("/hospitals");
            case Answer.Refused<Hospital> refused -> list(desk, refused).withStatus(422);
        };
    }
}
