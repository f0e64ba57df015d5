package fangpin.office.web.supervision;

import fangpin.kernel.Text;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundRules;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.supervision.BoardChoice;
import fangpin.office.supervision.BoardLine;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** 名称: what places, items, levels, projects and programmes are called on pages of the supervision. */
@Component
final class Naming {
    private final Divisions divisions;
    private final ScopedWork work;
    private final FundRules rules;
    private final ProjectPool pool;

    Naming(Divisions divisions, ScopedWork work, FundRules rules, ProjectPool pool) {
        this.divisions = divisions;
        this.work = work;
        this.rules = rules;
        this.pool = pool;
    }

    /** Places by path; those that the reader does not see are left out. */
    Map<String, String> places(Desk desk, Collection<String> paths) {
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

    /** The divisions a reader may choose: his own, and those right below. */
    List<Division> choices(Desk desk) {
        return work.read(desk.actor(), () -> {
            List<Division> all = new java.util.ArrayList<>();
            divisions.find(desk.actor().scope().path()).ifPresent(all::add);
            all.addAll(divisions.below(desk.actor().scope().path()));
            return all;
        });
    }

    /** The divisions from the reader's own down to a place. */
    List<Division> chain(Desk desk, String place) {
        return work.read(
                desk.actor(),
                () -> divisions.chain(place).stream()
                        .filter(one ->
                                one.path().startsWith(desk.actor().scope().path()))
                        .toList());
    }

    /** An item of a pack. */
    String item(Desk desk, String pack, String item) {
        return text(desk, rules.itemName(pack, item));
    }

    /** What a line is for: its item, and the project or programme it is given to. */
    String use(Desk desk, BudgetLine line) {
        Long project = line.projectId();
        return project != null
                ? project(desk, project)
                : line.programme().isEmpty()
                        ? desk.words().of("supervision.no-use")
                        : text(desk, rules.programmeOrItem(line.pack(), line.programme()));
    }

    private String project(Desk desk, long project) {
        return pool.standing(desk.actor(), project).map(Standing::name).orElseGet(() -> Long.toString(project));
    }

    private static String text(Desk desk, Text text) {
        return Show.to(desk).text(text);
    }

    /** What the rows of the board are called, by their keys. */
    Map<String, String> rows(Desk desk, BoardChoice.By by, List<BoardLine> lines) {
        List<String> keys = lines.stream().map(BoardLine::key).toList();
        if (by == BoardChoice.By.DIVISION) {
            return places(desk, keys);
        }
        Map<String, String> names = new HashMap<>();
        keys.forEach(key -> names.put(key, row(desk, by, key)));
        return names;
    }

    /** What one row of the board is called. */
    String row(Desk desk, BoardChoice.By by, String key) {
        String[] parts = key.split("/", -1);
        return switch (by) {
            case DIVISION -> places(desk, List.of(key)).getOrDefault(key, key);
            case ORIGIN ->
                Optional.of(key)
                        .map(word -> desk.words().of(FundOrigin.of(word).key()))
                        .orElse(key);
            case ITEM -> parts.length == 2 ? item(desk, parts[0], parts[1]) : key;
            case YEAR -> key;
            case USE ->
                switch (parts[0]) {
                    case "project" -> project(desk, Long.parseLong(parts[1]));
                    case "programme" -> text(desk, rules.programmeOrItem(parts[1], parts[2]));
                    case String none -> desk.words().of("supervision.no-use");
                };
        };
    }
}
