package fangpin.batch.cases;

import fangpin.kernel.policy.Product;
import fangpin.tables.Column;
import java.util.List;

/** The columns of the result files. */
public final class CaseTables {
    private CaseTables() {}

    public static List<Column> results(Product product) {
        return ResultColumns.header(product);
    }

    public static List<Column> rejects(Product product) {
        return List.of(
                new Column("row", Column.Kind.NUMBER),
                text(Naming.caseId(product.caseKind()).name()),
                text("reason"),
                text("column"),
                text("value"),
                text("message"));
    }

    private static Column text(String name) {
        return new Column(name, Column.Kind.TEXT);
    }
}
