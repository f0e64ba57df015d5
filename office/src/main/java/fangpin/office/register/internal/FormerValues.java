package fangpin.office.register.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.register.FormerValue;
import fangpin.office.register.FormerValue.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person's record said before, read out of its versions: where one differs from the next, the first is a former value. */
@Component
public final class FormerValues {
    /** Also of where the person lived before: who sees him now sees all of them. */
    private static final String VERSIONS = "select * from register.versions_of(?) order by version";

    private final JdbcClient database;
    private final Secrets secrets;

    FormerValues(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** A version of a record, in clear: seals differ also where what they hold is the same. */
    private record State(
            int number,
            Map<Field, String> values,
            LocalDate trueFrom,
            Instant knownFrom,
            String reason,
            long enteredBy,
            @Nullable Long declaredBy,
            @Nullable Long determination) {}

    /** What stood on a person's record once, the last to be given up first; in a scoped transaction. */
    public List<FormerValue> of(long person) {
        List<State> states = database.sql(VERSIONS)
                .param(person)
                .query((row, number) -> state(row))
                .list();
        List<FormerValue> former = new ArrayList<>();
        for (Field field : Field.values()) {
            former.addAll(of(field, states));
        }
        former.sort(Comparator.comparing(FormerValue::knownTo).reversed());
        return former;
    }

    private static List<FormerValue> of(Field field, List<State> states) {
        List<FormerValue> former = new ArrayList<>();
        int since = 0;
        for (int at = 1; at < states.size(); at++) {
            String value = value(states.get(at - 1), field);
            if (!value.equals(value(states.get(at), field))) {
                former.add(former(field, value, states.get(since), states.get(at - 1), states.get(at)));
                since = at;
            }
        }
        return former;
    }

    private static FormerValue former(Field field, String value, State first, State last, State next) {
        return new FormerValue(
                field,
                masked(field, value),
                last.number(),
                first.knownFrom(),
                next.knownFrom(),
                next.trueFrom(),
                next.reason(),
                next.enteredBy(),
                next.declaredBy(),
                next.determination());
    }

    private static String masked(Field field, String value) {
        return field.isSealed() && !value.isEmpty() ? Mask.of(FieldKind.valueOf(field.name()), value) : value;
    }

    private static String value(State state, Field field) {
        return state.values().getOrDefault(field, "");
    }

    private State state(ResultSet row) throws SQLException {
        Map<Field, String> values = new EnumMap<>(Field.class);
        put(values, Field.NAME, row.getString("name"));
        put(values, Field.ID_NUMBER, open(FieldKind.ID_NUMBER, row.getBytes("id_sealed")));
        put(values, Field.BORN_ON, row.getString("born_on"));
        put(values, Field.SEX, row.getString("sex"));
        put(values, Field.RELATION, row.getString("relation"));
        put(values, Field.PHONE, open(FieldKind.PHONE, row.getBytes("phone_sealed")));
        put(values, Field.ADDRESS, open(FieldKind.ADDRESS, row.getBytes("address_sealed")));
        put(values, Field.BANK_CARD, open(FieldKind.BANK_CARD, row.getBytes("bank_card_sealed")));
        put(values, Field.SCHOOLING, row.getString("schooling"));
        put(values, Field.SELF_CARE, row.getString("self_care"));
        put(values, Field.STUDENT, row.getString("student"));
        put(values, Field.KEEPER, row.getString("handbook_keeper"));
        return new State(
                row.getInt("version"),
                values,
                row.getObject("true_from", LocalDate.class),
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getLong("entered_by"),
                row.getObject("declared_by", Long.class),
                row.getObject("determination_id", Long.class));
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private @Nullable String open(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? null : secrets.open(kind, sealed);
    }
}
