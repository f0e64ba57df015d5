package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/** 支付顺序 The order in which a clause names the payers of a bill. Shandong and Weihai name different ones. */
public record PayerOrder(String id, Text name, ClauseId clause, List<ListedItem> payers) implements Provision {
    /**
     * The payers that both name, as this clause orders them.
     *
     * @param others payer ids in another order
     */
    public List<String> shared(List<String> others) {
        return payers.stream().map(ListedItem::id).filter(others::contains).toList();
    }

    /** Whether the payers that both name come in the same order. */
    public boolean agrees(List<String> others) {
        List<String> here = shared(others);
        return here.equals(others.stream().filter(here::contains).toList());
    }
}
