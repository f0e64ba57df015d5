package fangpin.packs.show;

import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Tie;
import fangpin.packs.words.Quantity;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements and what ties them together, in plain words. */
final class StatementWords {
    private final List<Provision> provisions;
    private final Wording wording;

    StatementWords(List<Provision> provisions, Wording wording) {
        this.provisions = provisions;
        this.wording = wording;
    }

    String row(Statement statement, Statement.Row row) {
        List<String> cells = new ArrayList<>();
        for (Statement.Column column : statement.columns()) {
            Long amount = row.amounts().get(column.id());
            if (amount != null) {
                cells.add(wording.text(
                        "provision.cell",
                        wording.text(column.name()),
                        new Quantity(column.kind(), amount).words(wording)));
            }
        }
        List<String> parts = row.sumOf().stream()
                .flatMap(part -> statement.row(part).stream())
                .map(part -> wording.text(part.name()))
                .toList();
        return wording.text(
                "provision.row",
                wording.text(statement.name()),
                wording.text(row.name()),
                wording.list(cells),
                parts.isEmpty() ? "" : wording.text("provision.row-sum", wording.list(parts)));
    }

    String tie(Tie tie) {
        String remainder = tie.remainder() == null ? "" : wording.text(tie.remainder());
        return wording.text(
                tie.remainder() == null ? "provision.tie" : "provision.tie-remainder",
                wording.text(tie.name()),
                side(tie.left()),
                side(tie.right()),
                remainder);
    }

    private String side(List<Tie.Term> terms) {
        return String.join(wording.text("plus"), terms.stream().map(this::term).toList());
    }

    /** A term by the names of what it points at. */
    private String term(Tie.Term term) {
        return switch (term) {
            case Tie.Moved(String id) ->
                named(Reallocation.class, id).map(this::name).orElse(id);
            case Tie.Cells cells ->
                named(Statement.class, cells.statement())
                        .flatMap(statement -> statement.row(cells.row()))
                        .map(row -> wording.text(row.name()))
                        .map(row -> wording.text("provision.term", statement(cells), row))
                        .orElse(cells.toString());
        };
    }

    /** The statement's name, and the column's if one is meant. */
    private String statement(Tie.Cells cells) {
        Statement statement = named(Statement.class, cells.statement()).orElseThrow();
        String column = cells.column();
        return column == null
                ? name(statement)
                : statement
                        .column(column)
                        .map(one -> wording.text("provision.cell", name(statement), wording.text(one.name())))
                        .orElse(column);
    }

    private <P extends Provision> Optional<P> named(Class<P> kind, String id) {
        return provisions.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private String name(Provision provision) {
        return wording.text(provision.name());
    }
}
