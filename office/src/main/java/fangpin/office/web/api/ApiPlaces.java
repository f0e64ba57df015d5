package fangpin.office.web.api;

import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 区划参数: the division a request is about: the client's own, or one within it. Call within a scoped transaction. */
@Component
final class ApiPlaces {
    private final Divisions divisions;

    ApiPlaces(Divisions divisions) {
        this.divisions = divisions;
    }

    /** The path asked for; a division that is not within the client's own is not found, and a sum of a part is not the whole's. */
    String within(ApiCall call, @Nullable String place) {
        String own = call.actor().scope().path();
        if (place == null) {
            return own;
        }
        if (!call.actor().scope().holds(place)) {
            throw new NotFoundException();
        }
        return divisions.find(place).map(Division::path).orElseThrow(NotFoundException::new);
    }
}
