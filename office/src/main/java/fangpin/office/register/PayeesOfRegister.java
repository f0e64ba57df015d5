package fangpin.office.register;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String PAYEE = """
            select id, household_id, path, name, died_on, id_index, case when :cards then bank_card_sealed end as card
            from register.person where merged_into is null and not withdrawn
            """;

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
        database.sql(PAYEE + " and id_index = any (:indexes)")
                .param("cards", withCards)
                .param("indexes", indexes)
                .query((row, number) -> payees.put(
                        numbers.getOrDefault(HexFormat.of().formatHex(row.getBytes("id_index")), ""), payee(row)))
                .list();
        return payees;
    }

    /** The persons of these numbers in the register, by the number. */
    public Map<Long, Payee> ofPersons(Collection<Long> persons, boolean withCards) {
        Map<Long, Payee> payees = new HashMap<>();
        database.sql(PAYEE + " and id = any (:ids)")
                .param("cards", withCards)
                .param("ids", persons.toArray(Long[]::new))
                .query((row, number) -> payees.put(row.getLong("id"), payee(row)))
                .list();
        return payees;
    }

    private Payee payee(ResultSet row) throws SQLException {
        byte[] card = row.getBytes("card");
        return new Payee(
                row.getLong("id"),
                row.getLong("household_id"),
                row.getString("path"),
                row.getString("name"),
                row.getObject("died_on", LocalDate.class),
                card == null ? "" : secrets.open(FieldKind.BANK_CARD, card));
    }
}
