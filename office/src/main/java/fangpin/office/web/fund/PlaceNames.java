package fangpin.office.web.fund;

import fangpin.office.access.ScopedWork;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** 地名: divisions by their paths, as a reader calls them. */
@Component
public final class PlaceNames {
    private final Divisions divisions;
    private final ScopedWork work;

    PlaceNames(Divisions divisions, ScopedWork work) {
        this.divisions = divisions;
        this.work = work;
    }

    /** Names of those there are. */
    public Map<String, String> of(Desk desk, Collection<String> paths) {
        return work.read(desk.actor(), () -> {
            Map<String, String> names = new HashMap<>();
            for (String path : new TreeSet<>(paths)) {
                divisions
                        .find(path)
                        .ifPresent(found -> names.put(path, Show.to(desk).division(found)));
            }
            return names;
        });
    }
}
