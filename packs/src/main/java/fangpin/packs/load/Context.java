package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.packs.Figure;
import fangpin.packs.UsedFigure;
import fangpin.packs.yaml.Place;
import fangpin.packs.yaml.Problem;
import fangpin.packs.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reading one pack gathers beside its values: problems, readings and open terms met, figures used. Mutable. */
public final class Context {
    final List<Problem> problems = new ArrayList<>();
    private final Set<Said> said = new HashSet<>();
    /** Choice by reading id. */
    final Map<String, String> chosen = new HashMap<>();
    /** All choices by reading id. */
    final Map<String, Set<String>> choices = new HashMap<>();
    /** What fills put in place of open terms. */
    final Map<String, Yaml> fills = new HashMap<>();

    final Set<String> openTerms = new LinkedHashSet<>();
    /** Readings met since last taken. */
    private Set<String> readings = new LinkedHashSet<>();
    /** Open terms met, unfilled, since last taken. */
    private Set<String> unfilled = new LinkedHashSet<>();

    private List<Figure> pendingFigures = new ArrayList<>();
    final List<UsedFigure> usedFigures = new ArrayList<>();

    /** What makes two problems the same. */
    private record Said(Place place, Problem.Reason reason, String read) {}

    /** Everything wrong so far, in the order it was met. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Adds what is wrong; once, though it be met again through an alias or a second look. */
    public void add(Problem problem) {
        if (said.add(new Said(problem.place(), problem.reason(), problem.read()))) {
            problems.add(problem);
        }
    }

    /** Adds what is wrong, in both languages. */
    public void problem(Place place, Problem.Reason reason, String read, String zh, String en) {
        add(new Problem(place, reason, read, new Text(zh, en)));
    }

    void met(String reading) {
        readings.add(reading);
    }

    void metUnfilled(String term) {
        unfilled.add(term);
    }

    void used(Figure figure) {
        pendingFigures.add(figure);
    }

    /** The readings met since the last call, in order. */
    List<String> takeReadings() {
        List<String> taken = List.copyOf(readings);
        readings = new LinkedHashSet<>();
        return taken;
    }

    /** Whether an open term without a fill was met since they were last taken. */
    boolean waits() {
        return !unfilled.isEmpty();
    }

    List<String> takeUnfilled() {
        List<String> taken = List.copyOf(unfilled);
        unfilled = new LinkedHashSet<>();
        return taken;
    }

    /** Puts the figures read since the last call under a clause. */
    void figuresUnder(ClauseId clause) {
        for (Figure figure : pendingFigures) {
            usedFigures.add(new UsedFigure(clause, figure));
        }
        pendingFigures = new ArrayList<>();
    }
}
