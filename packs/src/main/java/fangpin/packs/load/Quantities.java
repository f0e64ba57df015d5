package fangpin.packs.load;

import fangpin.kernel.policy.InputColumn;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names a step may use: inputs, running figures, and the steps before it. Mutable; steps are added as they are read. */
final class Quantities {
    private final Map<String, Integer> registers = new LinkedHashMap<>();
    private final Map<String, InputColumn> codes = new HashMap<>();

    void add(String name, Cursor at) {
        // a name that could not be read has been said already
        if (!name.isEmpty() && registers.putIfAbsent(name, registers.size()) != null) {
            Names.said(name, at);
        }
    }

    void addCode(InputColumn column) {
        codes.put(column.name(), column);
    }

    int register(Cursor cursor) {
        return cursor.absent() ? 0 : register(cursor.word(), cursor);
    }

    int register(String name, Cursor at) {
        Integer register = registers.get(name);
        if (register == null && !name.isEmpty()) {
            at.context()
                    .problem(
                            at.place(),
                            Problem.Reason.UNKNOWN_QUANTITY,
                            name,
                            "这里还没有数量“" + name + "”；一步只能用输入、累计和在它之前的步骤：" + String.join("、", registers.keySet()) + "。",
                            "There is no quantity \"" + name
                                    + "\" here yet; a step may use inputs, accumulators and the steps before it: "
                                    + String.join(", ", registers.keySet()) + ".");
        }
        return register == null ? 0 : register;
    }

    List<Integer> list(Cursor cursor) {
        List<Integer> list = new ArrayList<>();
        for (Cursor item : cursor.items()) {
            list.add(register(item));
        }
        return List.copyOf(list);
    }

    /** The register of a column found by {@link #code}, where it was said if there is none. */
    int registerOf(InputColumn column) {
        return registers.getOrDefault(column.name(), 0);
    }

    InputColumn code(Cursor at) {
        String name = at.word();
        InputColumn column = codes.get(name);
        if (column == null) {
            if (!at.absent()) {
                at.unknownWord(name, List.copyOf(codes.keySet()));
            }
            return new InputColumn(
                    name,
                    new fangpin.kernel.Text(name, name),
                    List.of(),
                    InputColumn.Kind.CODE,
                    InputColumn.Presence.OPTIONAL_COLUMN,
                    List.of(),
                    true,
                    null);
        }
        return column;
    }

    int codeOf(InputColumn column, Cursor word) {
        int code = column.code(word.word());
        // only a column that does not exist has no codes
        if (code == 0 && !column.codes().isEmpty()) {
            word.unknownWord(
                    word.word(),
                    column.codes().stream().map(InputColumn.CodeWord::word).toList());
        }
        return code;
    }
}
