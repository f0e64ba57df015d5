package fangpin.batch.cases;

import fangpin.kernel.Text;
import java.util.ArrayList;
import java.util.List;

/** Finds needed columns in a file's header. */
public final class HeaderMatch {
    private final List<String> header;
    private final List<String> missing = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();

    /** Looks for columns in a header. */
    public HeaderMatch(List<String> header) {
        this.header = header;
    }

    /** Where a column stands, or -1. */
    public int find(String name, List<String> otherNames, boolean needed) {
        int found = -1;
        for (int index = 0; index < header.size(); index++) {
            if (header.get(index).equals(name) || otherNames.contains(header.get(index))) {
                if (found >= 0) {
                    doubled.add(header.get(found) + " / " + header.get(index));
                }
                found = index;
            }
        }
        if (found < 0 && needed) {
            missing.add(otherNames.isEmpty() ? name : name + "（" + String.join("、", otherNames) + "）");
        }
        return found;
    }

    int find(Naming.BaseColumn column) {
        return find(column.name(), column.headers(), true);
    }

    /** Ends the run if something is wrong with the header. */
    void orRefuse(String file) {
        Text wrong = problem(file);
        if (!wrong.zh().isEmpty()) {
            throw new CannotSettleException(wrong);
        }
    }

    /** What is wrong with the header; empty texts if nothing. */
    public Text problem(String file) {
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            return new Text(
                    file + "：缺少列 " + names + "；读到的列是 " + String.join("、", header) + "。",
                    file + ": missing column " + names + "; the header has " + String.join(", ", header) + ".");
        }
        if (!doubled.isEmpty()) {
            String names = String.join(", ", doubled);
            return new Text(
                    file + "：同一列写了两次 " + names + "；每列只能有一个。",
                    file + ": two columns mean the same, " + names + "; each column may stand once.");
        }
        return new Text("", "");
    }
}
