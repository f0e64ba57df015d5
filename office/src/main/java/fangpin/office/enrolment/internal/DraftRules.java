package fangpin.office.enrolment.internal;

import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Product;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** 参保规则表: the cover rules of products as columns of parameters. */
record DraftRules(List<Row> rows) {
    private record Row(Product product, int number, CoverRule rule) {}

    static DraftRules of(List<Product> products) {
        List<Row> rows = new ArrayList<>();
        for (Product product : products) {
            for (int number = 0; number < product.cover().size(); number++) {
                rows.add(new Row(product, number, product.cover().get(number)));
            }
        }
        return new DraftRules(List.copyOf(rows));
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("products", texts(row -> row.product().id()))
                .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
                .param("categories", texts(row -> row.rule().category()))
                .param("clauses", texts(row -> row.rule().clause().text()))
                .param("joins", texts(row -> row.rule().joins().name()))
                .param("ends", texts(row -> row.rule().ends().name()))
                .param("answers", texts(row -> row.rule().answer().name()))
                .param("froms", days(row -> Date.valueOf(row.product().period().from())))
                .param("untils", days(row -> Date.valueOf(row.product().period().until())));
    }

    private String[] texts(Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private Date[] days(Function<Row, Date> column) {
        return rows.stream().map(column).toArray(Date[]::new);
    }
}
