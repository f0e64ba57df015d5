package fangpin.batch.cases;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.RunningFigures;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settles each case again with its full trace; the bulk executor gives the same figures, by test. */
public final class SettlementWatcher implements CaseWatcher {
    private final PolicyPack pack;
    private final Product product;
    private final Consumer<Settlement> taker;
    private String account = "";
    private @Nullable RunningFigures figures;

    public SettlementWatcher(PolicyPack pack, Product product, Consumer<Settlement> taker) {
        this.pack = pack;
        this.product = product;
        this.taker = taker;
    }

    @Override
    public void settle(CaseInput input, boolean accepted) {
        RunningFigures running = figures;
        String own = input.account(product);
        if (running == null || !own.equals(account)) {
            running = new RunningFigures(product.program());
            figures = running;
            account = own;
        }
        Settlement settlement = Settler.settle(pack, product, input, running.before(input));
        running.take(input, settlement.explanation());
        if (accepted) {
            taker.accept(settlement);
        }
    }
}
