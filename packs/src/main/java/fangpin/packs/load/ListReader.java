package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.provision.Checklist;
import fangpin.kernel.provision.Contradiction;
import fangpin.kernel.provision.FirstPayer;
import fangpin.kernel.provision.PayerOrder;
import fangpin.kernel.provision.Responsibility;
import fangpin.packs.load.ProvisionsReader.Head;
import java.util.List;

/** Reads provisions that are lists of words: contents, payers, causes, duties, and clauses that do not agree. */
final class ListReader {
    private final Clauses clauses;

    ListReader(Clauses clauses) {
        this.clauses = clauses;
    }

    Checklist checklist(Cursor item) {
        Head head = Head.of(item, clauses);
        return new Checklist(
                head.id(),
                head.name(),
                head.clause(),
                ProvisionsReader.listed(item.field("items"), head.clause(), clauses));
    }

    PayerOrder payerOrder(Cursor item) {
        Head head = Head.of(item, clauses);
        return new PayerOrder(
                head.id(),
                head.name(),
                head.clause(),
                ProvisionsReader.listed(item.field("payers"), head.clause(), clauses));
    }

    FirstPayer firstPayer(Cursor item) {
        Head head = Head.of(item, clauses);
        return new FirstPayer(
                head.id(),
                head.name(),
                head.clause(),
                item.field("payer").word(),
                ProvisionsReader.listed(item.field("causes"), head.clause(), clauses),
                item.field("and_the_like").flag());
    }

    Responsibility responsibility(Cursor item) {
        Head head = Head.of(item, clauses);
        return new Responsibility(
                head.id(),
                head.name(),
                head.clause(),
                item.field("role").word(),
                item.field("party").text());
    }

    Contradiction contradiction(Cursor item) {
        String id = item.field("id").word();
        Text name = item.field("name").text();
        Cursor field = item.field("clauses");
        List<ClauseId> cited = field.items().stream().map(clauses::cited).toList();
        if (cited.isEmpty() && !field.absent()) {
            field.wrongType("至少一个条款", "at least one clause");
        }
        return new Contradiction(
                id,
                name,
                cited.isEmpty() ? List.of(new ClauseId("?")) : cited,
                item.field("taken").text());
    }
}
