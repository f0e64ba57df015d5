package fangpin.batch.cases;

import fangpin.kernel.benefit.BulkCompiler;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every row of a partition its places in the state of running figures: one a scope. */
final class StateSlots {
    private final List<Scope> scopes;
    private final int[] widths;
    private final int[][] keySources;
    private final List<Map<String, Integer>> keyed = new ArrayList<>();
    private long[] state = new long[1024];
    private int used;
    private int[] accountBase = new int[0];

    StateSlots(CaseLayout layout) {
        Program program = layout.product.program();
        this.scopes = program.scopes();
        this.widths = scopes.stream()
                .mapToInt(scope -> BulkCompiler.width(program, scope))
                .toArray();
        this.keySources = scopes.stream().map(layout::keySources).toArray(int[][]::new);
        scopes.forEach(scope -> keyed.add(new HashMap<>()));
    }

    int scopes() {
        return scopes.size();
    }

    long[] state() {
        return state;
    }

    /** Begins a partition: every account has a place in each scope without keys. */
    void begin(int accounts) {
        used = 0;
        accountBase = new int[scopes.size()];
        for (int scope = 0; scope < accountBase.length; scope++) {
            keyed.get(scope).clear();
            if (keySources[scope].length == 0) {
                accountBase[scope] = used;
                used += accounts * widths[scope];
            }
        }
        if (state.length < used) {
            state = new long[2 * used];
        } else {
            java.util.Arrays.fill(state, 0, used, 0);
        }
    }

    /** The place of a row in a scope. */
    int slot(int scope, int account, long[][] inputs, int index, byte[] bytes, int[] keyFrom, int[] keyTo) {
        if (keySources[scope].length == 0) {
            return accountBase[scope] + account * widths[scope];
        }
        StringBuilder key = new StringBuilder().append(account);
        for (int source : keySources[scope]) {
            String text = source < 0
                    ? Long.toString(inputs[~source][index])
                    : new String(bytes, keyFrom[source], keyTo[source] - keyFrom[source], StandardCharsets.UTF_8);
            key.append(' ').append(text.length()).append(' ').append(text);
        }
        return keyed.get(scope).computeIfAbsent(key.toString(), any -> newSlot(widths[scope]));
    }

    private int newSlot(int width) {
        int slot = used;
        used += width;
        if (state.length < used) {
            state = java.util.Arrays.copyOf(state, 2 * used);
        } else {
            java.util.Arrays.fill(state, slot, used, 0);
        }
        return slot;
    }
}
