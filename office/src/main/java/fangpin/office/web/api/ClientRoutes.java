package fangpin.office.web.api;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.web.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** As whom a program works, and the divisions it may name. */
@RestController
class ClientRoutes {
    private final ScopedWork work;
    private final Divisions divisions;
    private final ApiPlaces places;

    ClientRoutes(ScopedWork work, Divisions divisions, ApiPlaces places) {
        this.work = work;
        this.divisions = divisions;
        this.places = places;
    }

    /**
     * 本凭证.
     *
     * @param place the division whose rows the token shows
     */
    record Client(String name, String place, List<Right> rights, LocalDate today) {}

    @Needs(Right.DESK)
    @GetMapping("/api/v1/client")
    Client client(ApiCall call) {
        return new Client(
                call.actor().name(),
                call.actor().scope().path(),
                call.actor().rights().stream()
                        .filter(right -> right != Right.DESK)
                        .sorted()
                        .toList(),
                call.today());
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/divisions")
    Listing<DivisionLine> divisions(ApiCall call, @RequestParam(required = false) @Nullable String under) {
        return work.read(
                call.actor(),
                () -> Listing.whole(divisions.below(places.within(call, under)).stream()
                        .map(DivisionLine::of)
                        .toList()));
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/division")
    DivisionLine division(ApiCall call, @RequestParam(required = false) @Nullable String place) {
        return work.read(
                call.actor(),
                () -> divisions
                        .find(places.within(call, place))
                        .map(DivisionLine::of)
                        .orElseThrow(NotFoundException::new));
    }
}
