package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;
import java.util.Set;

/** 对照单 What a document asks to be there, item by item: the contents of a contract, the criteria of a choice. */
public record Checklist(String id, Text name, ClauseId clause, List<ListedItem> items) implements Provision {
    /** The items that are not among those found. */
    public List<ListedItem> missing(Set<String> found) {
        return items.stream().filter(item -> !found.contains(item.id())).toList();
    }
}
