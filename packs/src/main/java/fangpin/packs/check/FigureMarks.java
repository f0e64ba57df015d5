package fangpin.packs.check;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.NotARule;
import fangpin.packs.cases.CaseFile;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Variants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 数字标注 Which figures of a pack's clauses its rules use, under any reading and with any fill of its cases, and where they stand. */
public final class FigureMarks {
    private final FigureCheck check;

    private FigureMarks(FigureCheck check) {
        this.check = check;
    }

    /** What becomes of a figure. */
    public enum Use {
        /** A rule under this clause uses it. */
        USED,
        /** The pack says why it is no rule. */
        NO_RULE,
        /** No rule uses it, and nobody has said why. */
        UNUSED
    }

    /**
     * A figure in the words of a clause.
     *
     * @param paragraph 1 for the first, 0 for the heading
     * @param from where it begins in the paragraph
     * @param to where it has ended
     * @param why it is no rule, if the pack says so
     */
    public record Mark(
            int paragraph,
            int from,
            int to,
            Use use,
            @Nullable Text why) {}

    /** Prepares the marks of a pack. */
    public static FigureMarks of(LoadResult.Loaded loaded) {
        Variants variants = new Variants(loaded);
        for (Reading reading : loaded.pack().readings()) {
            reading.choices().forEach(choice -> variants.load(Map.of(reading.id(), choice.id()), null));
        }
        for (PackCase one : CaseFile.read(variants).cases()) {
            variants.load(one.readings(), one.fill());
        }
        return new FigureMarks(new FigureCheck(loaded, variants.figures()));
    }

    /** The figures of a clause in order, heading first. */
    public List<Mark> in(Clause clause) {
        return FigureScanner.places(clause).stream()
                .map(place -> mark(place, clause))
                .toList();
    }

    private Mark mark(FigureScanner.Place place, Clause clause) {
        PrintedFigure figure = place.figure();
        int to = place.from() + figure.printed().length();
        if (check.isUsed(figure, clause.id())) {
            return new Mark(place.paragraph(), place.from(), to, Use.USED, null);
        }
        Optional<NotARule> mark = check.mark(figure, clause.id());
        return new Mark(
                place.paragraph(),
                place.from(),
                to,
                mark.isPresent() ? Use.NO_RULE : Use.UNUSED,
                mark.map(NotARule::why).orElse(null));
    }
}
