package fangpin.office.web.rosters;

import fangpin.office.access.Answer;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterLine;
import fangpin.office.web.Desk;
import fangpin.office.web.PageView;
import fangpin.office.web.Show;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the page of differences. */
@Component
final class DifferenceView {
    private static final int ROWS = 50;

    private final RosterImports imports;
    private final ScopedWork work;
    private final Divisions divisions;

    DifferenceView(RosterImports imports, ScopedWork work, Divisions divisions) {
        this.imports = imports;
        this.work = work;
        this.divisions = divisions;
    }

    PageView page(
            Desk desk,
            RosterImport roster,
            RosterLine.@Nullable Kind wanted,
            long after,
            Answer.@Nullable Refused<RosterImport> refused) {
        DifferencePage empty = new DifferencePage(
                roster, RosterLine.Kind.NEW, List.of(), Map.of(), null, mayAccept(desk, roster), refused);
        RosterLine.Kind kind = wanted == null ? firstOf(empty) : wanted;
        List<RosterLine> found = imports.lines(desk.actor(), roster.id(), kind, after, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<RosterLine> shown = more ? found.subList(0, ROWS) : found;
        PageView view = PageView.of(
                "rosters/difference.jte",
                RosterPages.below(desk),
                new DifferencePage(
                        roster,
                        kind,
                        shown,
                        places(desk, shown),
                        more ? Long.valueOf(shown.getLast().rowNumber()) : null,
                        mayAccept(desk, roster),
                        refused));
        return refused == null ? view : view.withStatus(422);
    }

    private static boolean mayAccept(Desk desk, RosterImport roster) {
        return desk.actor().may(Right.REGISTER_APPROVE)
                && roster.enteredBy() != desk.actor().userId();
    }

    /** The first kind of which there is any, what needs a look before what does not. */
    private static RosterLine.Kind firstOf(DifferencePage page) {
        return Arrays.stream(RosterLine.Kind.values())
                .filter(kind -> kind != RosterLine.Kind.SAME && page.count(kind) > 0)
                .findFirst()
                .orElse(RosterLine.Kind.SAME);
    }

    private Map<String, String> places(Desk desk, List<RosterLine> lines) {
        Map<String, String> names = new HashMap<>();
        return work.read(desk.actor(), () -> {
            lines.forEach(line -> names.computeIfAbsent(
                    line.path(),
                    path -> divisions.find(path).map(found -> name(desk, found)).orElse("")));
            return names;
        });
    }

    private static String name(Desk desk, Division division) {
        return Show.to(desk).division(division);
    }
}
