package fangpin.packs.check;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.packs.LoadResult;
import fangpin.packs.NotARule;
import fangpin.packs.UsedFigure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the figures that a pack's clauses print against those that its rules use. */
final class FigureCheck {
    private final LoadResult.Loaded loaded;
    private final Set<UsedFigure> used;

    /**
     * Prepares the check.
     *
     * @param used by the pack's rules, under any of its readings
     */
    FigureCheck(LoadResult.Loaded loaded, Set<UsedFigure> used) {
        this.loaded = loaded;
        this.used = used;
    }

    /** Figures that no rule uses and that nobody has marked as no rule, clause by clause in document order. */
    List<ClauseFigures> unused() {
        List<ClauseFigures> unused = new ArrayList<>();
        for (Document document : loaded.pack().documents()) {
            for (Clause clause : document.clauses()) {
                Set<String> printed = new LinkedHashSet<>();
                for (PrintedFigure figure : FigureScanner.figures(clause)) {
                    if (!isUsed(figure, clause.id())
                            && mark(figure, clause.id()).isEmpty()) {
                        printed.add(figure.printed());
                    }
                }
                if (!printed.isEmpty()) {
                    unused.add(new ClauseFigures(clause.id(), List.copyOf(printed)));
                }
            }
        }
        return List.copyOf(unused);
    }

    /** Whether a rule uses a figure that a clause prints. */
    boolean isUsed(PrintedFigure figure, ClauseId clause) {
        return used.stream().anyMatch(one -> figure.usedBy(one, clause));
    }

    /** The mark that says why a figure of a clause is no rule, if somebody set one. */
    Optional<NotARule> mark(PrintedFigure figure, ClauseId clause) {
        return loaded.notRules().stream()
                .filter(mark ->
                        mark.clause().whole().equals(clause) && mark.figure().equals(figure.printed()))
                .findFirst();
    }

    /** Marks that meet no figure: the clause does not print it, or a rule uses it after all. */
    List<NotARule> idleMarks() {
        return loaded.notRules().stream().filter(mark -> !meets(mark)).toList();
    }

    private boolean meets(NotARule mark) {
        return loaded.pack()
                .clause(mark.clause())
                .map(clause -> FigureScanner.figures(clause).stream()
                        .anyMatch(figure -> figure.printed().equals(mark.figure()) && !isUsed(figure, clause.id())))
                .orElse(false);
    }
}
