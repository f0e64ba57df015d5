package fangpin.office.settlement.internal;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 累计的分列: by what a product cuts its running figures, beside whose they are, and how a bill keeps it. */
public final class BillKeys {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private BillKeys() {}

    /** Whether a column is the number of something that bills are grouped by, such as an accident; the account's own column is none. */
    public static boolean isKey(Product product, InputColumn column) {
        return column.kind() == InputColumn.Kind.KEY && !column.name().equals(product.account());
    }

    /** The words of a bill by which the product's running figures may be cut: every key that it names, and codes that cut one. */
    static Map<String, String> of(Product product, Map<String, String> words) {
        List<String> cut = product.program().accumulators().stream()
                .flatMap(figure -> figure.scope().keys().stream())
                .toList();
        Map<String, String> keys = new HashMap<>();
        for (InputColumn column : product.inputs()) {
            String said = words.getOrDefault(column.name(), "");
            String word = isKey(product, column)
                    ? said
                    : column.kind() == InputColumn.Kind.CODE && cut.contains(column.name())
                            ? codeWord(product, column, said, words)
                            : "";
            if (!word.isEmpty()) {
                keys.put(column.name(), word);
            }
        }
        return keys;
    }

    /** A code's own word, for bills may name it in two languages. */
    private static String codeWord(Product product, InputColumn column, String said, Map<String, String> words) {
        int code = MessageCheck.uses(product, column, words) ? column.code(said) : 0;
        return code == 0 ? "" : column.codes().get(code - 1).word();
    }

    /** As a row keeps them; null where there are none. */
    static @Nullable String text(Map<String, String> keys) {
        return keys.isEmpty() ? null : JsonMapper.shared().writeValueAsString(new TreeMap<>(keys));
    }

    /** Out of a row. */
    static Map<String, String> read(@Nullable String text) {
        return text == null ? Map.of() : JsonMapper.shared().readValue(text, WORDS);
    }
}
