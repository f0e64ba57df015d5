package fangpin.packs.words;

import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Statement.Kind;
import fangpin.kernel.provision.Tie;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** An amount of a statement, ready to be read by people. */
public record Quantity(Kind kind, long value) {
    /**
     * An amount of a tie, in the kind of the cells it is made of.
     *
     * @param column the tie's, or empty if it ties single cells
     */
    public static Quantity of(Collection<? extends Provision> provisions, Tie tie, String column, long value) {
        Kind kind = Stream.concat(tie.left().stream(), tie.right().stream())
                .filter(Tie.Cells.class::isInstance)
                .map(Tie.Cells.class::cast)
                .flatMap(cells -> kind(provisions, cells, column).stream())
                .findFirst()
                .orElse(Kind.MONEY);
        return new Quantity(kind, value);
    }

    private static Optional<Kind> kind(Collection<? extends Provision> provisions, Tie.Cells cells, String column) {
        String wanted = cells.column() == null ? column : cells.column();
        return provisions.stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .filter(statement -> statement.id().equals(cells.statement()))
                .flatMap(statement -> statement.columns().stream()
                        .filter(one -> wanted.isEmpty() || one.id().equals(wanted)))
                .map(Statement.Column::kind)
                .findFirst();
    }

    /** In the words of a page, which has them under {@code money}. */
    public String words(Wording wording) {
        return switch (kind) {
            case MONEY -> wording.text("money", new Fen(value).readable());
            case COUNT, SHARE -> plain();
        };
    }

    /** With its unit, in digits: {@code 389,000.00元}, {@code 2381}, {@code 10%}. */
    public String plain() {
        return switch (kind) {
            case MONEY -> new Fen(value).readable() + "元";
            case COUNT -> Long.toString(value);
            case SHARE -> (value < 0 ? "-" : "") + Ratio.ofPpm(Math.abs(value));
        };
    }
}
