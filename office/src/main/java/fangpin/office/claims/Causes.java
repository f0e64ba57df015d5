package fangpin.office.claims;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import java.util.List;
import java.util.stream.Stream;

/** 事故原因: those that a pack lists, for which another insurance pays first (SD §4.2), and what else happens to people. */
public final class Causes {
    private static final List<String> OTHERS =
            List.of("traffic", "fall", "machinery", "scald", "animal", "assault", "other");

    private Causes() {}

    /** Those of a product, its listed ones first. */
    public static List<String> of(Product product) {
        return Stream.concat(listed(product).stream(), OTHERS.stream()).toList();
    }

    /** Those for which the disaster insurance pays first. */
    public static List<String> listed(Product product) {
        return product.inputs().stream()
                .filter(column -> column.name().equals("cause"))
                .flatMap(column -> column.codes().stream())
                .map(InputColumn.CodeWord::word)
                .toList();
    }
}
