package fangpin.office.register;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 收款人核对: many persons at once by their ID numbers, for rooms that pay. Call within a scoped transaction: only one's own division is seen. */
@Service
public final class PayeesOfRegister {
    private final JdbcClient database;
    private final Secrets secrets;

    PayeesOfRegister(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * A person as a payment needs him.
     *
     * @param path village
     * @param bankCard in clear; empty where the register has none or it was not asked for
     */
    public record Payee(
            long personId,
            long householdId,
            String path,
            String name,
            @Nullable LocalDate diedOn,
            String bankCard) {
        /** Never the card. */
        @Override
        public String toString() {
            return "payee " + personId;
        }
    }

    /** The persons of these ID numbers, by the number; who is not there, or not of one's division, is left out. */
    public Map<String, Payee> of(Collection<String> idNumbers, boolean withCards) {
        Map<String, String> numbers = new HashMap<>();
        byte[][] indexes = idNumbers.stream()
                .distinct()
                .map(number -> {
                    byte[] index = secrets.index(FieldKind.ID_NUMBER, number);
                    numbers.put(HexFormat.of().formatHex(index), number);
                    return index;
                })
                .toArray(byte[][]::new);
        Map<String, Payee> payees = new HashMap<>();
        database.sql("""
                        select id, household_id, path, name, died_on, id_index, case when :cards then bank_card_sealed end as card
                        from register.person where id_index = any (:indexes) and merged_into is null and not withdrawn
                        """)
                .param("cards", withCards)
                .param("indexes", indexes)
                .query((row, number) -> {
                    byte[] card = row.getBytes("card");
                    return payees.put(
                            numbers.getOrDefault(HexFormat.of().formatHex(row.getBytes("id_index")), ""),
                            new Payee(
                                    row.getLong("id"),
                                    row.getLong("household_id"),
                                    row.getString("path"),
                                    row.getString("name"),
                                    row.getObject("died_on", LocalDate.class),
                                    card == null ? "" : secrets.open(FieldKind.BANK_CARD, card)));
                })
                .list();
        return payees;
    }
}
