package fangpin.office.settlement.internal;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 年度账户的末尾: where the years of persons stand before their next bill. */
@Component
public final class YearEnds {
    private final JdbcClient database;

    YearEnds(JdbcClient database) {
        this.database = database;
    }

    /**
     * A year of one product, a person's or a household's.
     *
     * @param number the person's, or the household's below zero
     */
    public record Account(long number, String pack, String product, LocalDate periodFrom) {}

    /**
     * Where a year stands.
     *
     * @param ordinal place of its last bill; 0 when there is none
     * @param figures after the last bill that counts; null when none does
     */
    public record YearEnd(int ordinal, @Nullable List<Long> figures) {}

    /** The ends of these years, which nobody else changes until the transaction ends. */
    public Map<Account, YearEnd> held(Collection<Account> accounts) {
        List<Account> asked = accounts.stream().distinct().toList();
        Map<Account, YearEnd> ends = new HashMap<>();
        if (asked.isEmpty()) {
            return ends;
        }
        database.sql(
                        "select * from settlement.year_ends(:accounts::bigint[], :packs::text[], :products::text[], :periods::date[])")
                .param("accounts", asked.stream().map(Account::number).toArray(Long[]::new))
                .param("packs", asked.stream().map(Account::pack).toArray(String[]::new))
                .param("products", asked.stream().map(Account::product).toArray(String[]::new))
                .param(
                        "periods",
                        asked.stream().map(one -> one.periodFrom().toString()).toArray(String[]::new))
                .query((row, number) -> ends.put(
                        new Account(
                                row.getLong("account_number"),
                                row.getString("pack"),
                                row.getString("product"),
                                row.getObject("period_from", LocalDate.class)),
                        new YearEnd(row.getInt("ordinal"), figures(row.getArray("figures")))))
                .list();
        return ends;
    }

    private static @Nullable List<Long> figures(@Nullable Array array) throws java.sql.SQLException {
        return array == null ? null : Arrays.asList((Long[]) array.getArray());
    }
}
