package fangpin.office.settlement.internal;

import fangpin.office.settlement.BillOffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 年度账户的末尾: where the years of persons stand before their next bill. */
@Component
public final class YearEnds {
    private static final String YEARS = ":accounts::bigint[], :packs::text[], :products::text[], :periods::date[]";

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
     * @param figures as the bills that count left them
     */
    public record YearEnd(int ordinal, YearFigures figures) {
        /** Of a year without bills. */
        public static final YearEnd NONE = new YearEnd(0, YearFigures.NONE);
    }

    /** The ends of these years, which nobody else changes until the transaction ends. */
    public Map<Account, YearEnd> held(Collection<Account> accounts) {
        List<Account> asked = accounts.stream().distinct().toList();
        Map<Account, YearEnd> ends = new HashMap<>();
        if (asked.isEmpty()) {
            return ends;
        }
        List<Account> cut = new ArrayList<>();
        asking("settlement.year_ends(" + YEARS + ")", asked, row -> end(row, ends, cut), Map.of());
        if (!cut.isEmpty()) {
            ends.putAll(byKeys(cut, ends));
        }
        return ends;
    }

    /**
     * Where years stand, and which numbers are used up.
     *
     * @param settled those of the bill numbers under which a bill of the hospital counts
     */
    public record Taken(Map<Account, YearEnd> ends, Set<BillOffer.BillNumber> settled) {}

    /** The ends of these years, and then the bill numbers: nobody else settles in the ones or under the others until the transaction ends. */
    Taken taken(Collection<Account> accounts, Collection<BillOffer.BillNumber> billNumbers) {
        List<Account> asked = accounts.stream().distinct().toList();
        Map<Account, YearEnd> ends = new HashMap<>();
        Set<BillOffer.BillNumber> settled = new HashSet<>();
        if (asked.isEmpty()) {
            return new Taken(ends, settled);
        }
        List<Account> cut = new ArrayList<>();
        asking(
                "settlement.take_years(" + YEARS + ", :hospitals::bigint[], :numbers)",
                asked,
                row -> {
                    String number = row.getString("settled");
                    if (number == null) {
                        end(row, ends, cut);
                    } else {
                        settled.add(new BillOffer.BillNumber(row.getLong("hospital_id"), number));
                    }
                },
                Map.of(
                        "hospitals",
                        billNumbers.stream().map(BillOffer.BillNumber::hospital).toArray(Long[]::new),
                        "numbers",
                        billNumbers.stream().map(BillOffer.BillNumber::number).toArray(String[]::new)));
        if (!cut.isEmpty()) {
            ends.putAll(byKeys(cut, ends));
        }
        return new Taken(ends, settled);
    }

    private static void end(ResultSet row, Map<Account, YearEnd> ends, List<Account> cut) throws SQLException {
        Account account = account(row);
        ends.put(account, new YearEnd(row.getInt("ordinal"), figures(row.getArray("figures"))));
        if (row.getBoolean("keyed")) {
            cut.add(account);
        }
    }

    /** The years whose figures are cut by keys, with what each key left. */
    private Map<Account, YearEnd> byKeys(List<Account> cut, Map<Account, YearEnd> ends) {
        Map<Account, YearFigures> figures = new HashMap<>();
        asking(
                "settlement.year_figures(" + YEARS + ")",
                cut,
                row -> {
                    Map<String, String> keys = BillKeys.read(row.getString("keys"));
                    List<Long> left =
                            Arrays.asList((Long[]) row.getArray("figures").getArray());
                    Account account = account(row);
                    figures.put(
                            account,
                            figures.getOrDefault(account, YearFigures.NONE).with(keys, left));
                },
                Map.of());
        Map<Account, YearEnd> found = new HashMap<>();
        figures.forEach((account, left) -> found.put(
                account, new YearEnd(ends.getOrDefault(account, YearEnd.NONE).ordinal(), left)));
        return found;
    }

    /** Takes a row. */
    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private void asking(String function, List<Account> asked, Taker taker, Map<String, Object> besides) {
        int _ = database.sql("select * from " + function)
                .params(besides)
                .param("accounts", asked.stream().map(Account::number).toArray(Long[]::new))
                .param("packs", asked.stream().map(Account::pack).toArray(String[]::new))
                .param("products", asked.stream().map(Account::product).toArray(String[]::new))
                .param(
                        "periods",
                        asked.stream().map(one -> one.periodFrom().toString()).toArray(String[]::new))
                .query((row, number) -> {
                    taker.take(row);
                    return number;
                })
                .list()
                .size();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_number"),
                row.getString("pack"),
                row.getString("product"),
                row.getObject("period_from", LocalDate.class));
    }

    private static YearFigures figures(@Nullable Array array) throws SQLException {
        return array == null
                ? YearFigures.NONE
                : YearFigures.NONE.with(Map.of(), Arrays.asList((Long[]) array.getArray()));
    }
}
