package fangpin.kernel.provision;

import fangpin.kernel.provision.Tie.Cells;
import fangpin.kernel.provision.Tie.Moved;
import fangpin.kernel.provision.Tie.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** 勾稽核对 Holds what several places state against each other, to the fen. */
public final class TieOut {
    /** Stands for the column where there is only one amount. */
    public static final String SINGLE = "";

    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, Reallocation> reallocations = new HashMap<>();

    public TieOut(Collection<? extends Provision> provisions) {
        for (Provision provision : provisions) {
            if (provision instanceof Statement statement) {
                statements.put(statement.id(), statement);
            } else if (provision instanceof Reallocation reallocation) {
                reallocations.put(reallocation.id(), reallocation);
            }
        }
    }

    /**
     * What a term amounts to, by column id; under {@link #SINGLE} if it is one cell, or a row of a statement with one column.
     *
     * @return empty if there is no such statement, row, column or reallocation
     */
    public Optional<Map<String, Long>> amounts(Term term) {
        return switch (term) {
            case Moved moved ->
                Optional.ofNullable(reallocations.get(moved.reallocation()))
                        .map(one -> Map.of(SINGLE, one.amount().amount()));
            case Cells cells ->
                Optional.ofNullable(statements.get(cells.statement())).flatMap(statement -> amounts(statement, cells));
        };
    }

    private static Optional<Map<String, Long>> amounts(Statement statement, Cells cells) {
        Optional<Statement.Row> row = statement.row(cells.row());
        String only =
                statement.columns().size() == 1 ? statement.columns().getFirst().id() : cells.column();
        if (only == null) {
            return row.map(Statement.Row::amounts);
        }
        boolean there = statement.column(only).isPresent()
                && (cells.column() == null || cells.column().equals(only));
        return there ? row.map(found -> Map.of(SINGLE, found.amounts().getOrDefault(only, 0L))) : Optional.empty();
    }

    /** Left less right, by column; a blank cell counts as 0. */
    public Map<String, Long> differences(Tie tie) {
        Map<String, Long> differences = new TreeMap<>();
        add(differences, tie.left(), 1);
        add(differences, tie.right(), -1);
        return differences;
    }

    private void add(Map<String, Long> sums, List<Term> terms, int sign) {
        for (Term term : terms) {
            amounts(term)
                    .orElse(Map.of())
                    .forEach((column, amount) ->
                            sums.merge(column, Math.multiplyExact(amount, (long) sign), Math::addExact));
        }
    }
}
