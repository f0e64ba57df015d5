package fangpin.packs.check;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.kernel.provision.ListedItem;
import fangpin.packs.words.Wording;
import java.util.List;

/** A finding in one line: the clauses, the values, and what they say. */
final class FindingText {
    private final Wording wording;

    FindingText(Wording wording) {
        this.wording = wording;
    }

    String line(ProvisionFinding finding) {
        return switch (finding) {
            case ProvisionFinding.Disagreement(var one) ->
                wording.text(
                        "finding.disagreement",
                        clauses(one.clauses()),
                        wording.text(one.name()),
                        wording.text(one.taken()));
            case ProvisionFinding.WorkedOut(var moved) ->
                wording.text(
                        "finding.worked-out",
                        moved.clause(),
                        moved.to(),
                        moved.amount().readable(),
                        wording.text(moved.reason()));
            case ProvisionFinding.Remainder remainder -> remainder(remainder);
            case ProvisionFinding.OrderDiffers differs -> order(differs);
            case ProvisionFinding.CausesMissing(var product, var of, var first, var causes) ->
                wording.text(
                        "finding.causes", product.id(), of, first.clause(), wording.list(names(causes)), first.payer());
        };
    }

    private String remainder(ProvisionFinding.Remainder finding) {
        return wording.text(
                "finding.remainder",
                finding.tie().clause(),
                wording.text(finding.tie().name()),
                wording.text(finding.name()),
                wording.list(finding.differences().stream().map(this::amount).toList()));
    }

    private String amount(ProvisionFinding.ColumnAmount one) {
        Text column = one.column();
        return column == null
                ? one.amount().words(wording)
                : wording.text(
                        "finding.column", wording.text(column), one.amount().words(wording));
    }

    private String order(ProvisionFinding.OrderDiffers finding) {
        Product product = finding.product();
        List<ClauseId> own = product.layers().stream()
                .filter(layer -> finding.layers().contains(layer.payer()))
                .map(PayerLayer::clause)
                .distinct()
                .toList();
        List<String> layers = product.layers().stream()
                .filter(layer -> finding.layers().contains(layer.payer()))
                .map(layer -> wording.text(layer.name()))
                .toList();
        List<ListedItem> named = finding.order().payers().stream()
                .filter(payer -> finding.layers().contains(payer.id()))
                .toList();
        return wording.text(
                "finding.order",
                product.id(),
                String.join(wording.text("finding.then"), layers),
                clauses(own),
                finding.pack(),
                finding.order().clause(),
                String.join(wording.text("finding.then"), names(named)));
    }

    private List<String> names(List<ListedItem> items) {
        return items.stream().map(item -> wording.text(item.name())).toList();
    }

    private String clauses(List<ClauseId> clauses) {
        return wording.list(clauses.stream().map(ClauseId::text).toList());
    }
}
