package fangpin.packs.check;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.provision.Contradiction;
import fangpin.kernel.provision.FirstPayer;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.PayerOrder;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Reallocation;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Tie;
import fangpin.kernel.provision.TieOut;
import fangpin.packs.check.ProvisionFinding.ColumnAmount;
import fangpin.packs.words.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pack's provisions show, alone and against its products and the pack above. */
final class ProvisionFindings {
    private final PolicyPack pack;
    private final List<ProvisionFinding> findings = new ArrayList<>();

    private ProvisionFindings(PolicyPack pack) {
        this.pack = pack;
    }

    static List<ProvisionFinding> of(PolicyPack pack) {
        ProvisionFindings findings = new ProvisionFindings(pack);
        findings.find();
        return List.copyOf(findings.findings);
    }

    private void find() {
        pack.provisions(Contradiction.class).forEach(one -> findings.add(new ProvisionFinding.Disagreement(one)));
        for (Reallocation reallocation : pack.provisions(Reallocation.class)) {
            switch (reallocation.ground()) {
                case STATED -> {}
                case WORKED_OUT -> findings.add(new ProvisionFinding.WorkedOut(reallocation));
            }
        }
        pack.provisions(Tie.class).forEach(this::remainder);
        againstProducts(pack.id(), pack.provisions());
        PolicyPack.Superior superior = pack.superior();
        if (superior != null) {
            againstProducts(superior.id(), superior.provisions());
        }
    }

    private void remainder(Tie tie) {
        Text name = tie.remainder();
        if (name != null) {
            List<ColumnAmount> amounts = new ArrayList<>();
            new TieOut(pack.provisions()).differences(tie).forEach((column, amount) -> {
                if (amount != 0) {
                    Quantity quantity = Quantity.of(pack.provisions(), tie, column, amount);
                    amounts.add(new ColumnAmount(columnName(column), quantity));
                }
            });
            if (!amounts.isEmpty()) {
                findings.add(new ProvisionFinding.Remainder(tie, name, List.copyOf(amounts)));
            }
        }
    }

    private @Nullable Text columnName(String id) {
        return pack.provisions(Statement.class).stream()
                .flatMap(statement -> statement.column(id).stream())
                .map(Statement.Column::name)
                .findFirst()
                .orElse(null);
    }

    private void againstProducts(String of, List<Provision> provisions) {
        for (Product product : pack.products()) {
            for (Provision provision : provisions) {
                if (provision instanceof PayerOrder order) {
                    order(product, of, order);
                } else if (provision instanceof FirstPayer first) {
                    causes(product, of, first);
                }
            }
        }
    }

    private void order(Product product, String of, PayerOrder order) {
        List<String> layers = product.layers().stream().map(PayerLayer::payer).toList();
        if (!order.agrees(layers)) {
            List<String> named = order.shared(layers);
            findings.add(new ProvisionFinding.OrderDiffers(
                    product, layers.stream().filter(named::contains).toList(), of, order));
        }
    }

    /** Only a column that knows some of the causes is one of causes. */
    private void causes(Product product, String of, FirstPayer first) {
        for (InputColumn column : product.inputs()) {
            List<ListedItem> unknown = first.causes().stream()
                    .filter(cause -> column.code(cause.id()) == 0)
                    .toList();
            if (!unknown.isEmpty() && unknown.size() < first.causes().size()) {
                findings.add(new ProvisionFinding.CausesMissing(product, of, first, unknown));
            }
        }
    }
}
