package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/** Names that do not matter. */
final class Named {
    static final Text NAME = new Text("名", "name");
    static final ClauseId CLAUSE = new ClauseId("WH6 §3.1");

    private Named() {}

    static ListedItem item(String id) {
        return new ListedItem(id, NAME, CLAUSE);
    }
}
