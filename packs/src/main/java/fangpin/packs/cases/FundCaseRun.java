package fangpin.packs.cases;

import fangpin.kernel.ClauseId;
import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.packs.Figure;
import fangpin.packs.UsedFigure;
import java.util.ArrayList;
import java.util.List;

/**
 * A case about public money that has been run.
 *
 * @param measures that its columns may name
 * @param failures empty if everything came out as the case says
 */
public record FundCaseRun(FundCase worked, List<Measure> measures, Result result, List<CaseFailure> failures) {
    /** What came of it. */
    public sealed interface Result {}

    /** A scheme's money, split. */
    public record Split(Allocation allocation) implements Result {}

    /** A premium, worked out. */
    public record Due(PremiumDue due) implements Result {}

    /** Nothing. */
    public record Refused(FundRefusal refusal) implements Result {}

    /**
     * The figures that the case states and that came out of it, under each clause it works out: what a document prints of them is
     * carried out by the rules, although no rule holds the number itself. None if the case failed.
     */
    public List<UsedFigure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (failures.isEmpty()) {
            if (worked.work() instanceof FundCase.Funding funding) {
                figures.add(new Figure(Figure.Unit.FEN, funding.carryOver().amount()));
            }
            worked.rows().forEach(row -> figures(row, figures));
        }
        List<UsedFigure> used = new ArrayList<>();
        for (ClauseId clause : worked.clauses()) {
            figures.forEach(figure -> used.add(new UsedFigure(clause, figure)));
        }
        return List.copyOf(used);
    }

    private void figures(FundCase.Row row, List<Figure> figures) {
        for (Measure measure : measures) {
            String cell = row.given().getOrDefault(measure.id(), "");
            switch (measure.unit()) {
                case PERSONS ->
                    RowInput.money(cell)
                            .ifPresent(count -> figures.add(new Figure(Figure.Unit.COUNT, count.amount() / 100)));
                case YUAN ->
                    RowInput.money(cell).ifPresent(fen -> figures.add(new Figure(Figure.Unit.FEN, fen.amount())));
            }
        }
        for (FundCase.Cell cell : row.expected()) {
            RowInput.money(cell.text()).ifPresent(fen -> figures.add(new Figure(Figure.Unit.FEN, fen.amount())));
        }
    }
}
