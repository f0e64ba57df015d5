package fangpin.office.register;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.register.internal.PersonRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 人员查找: lists and searches of persons. Call within a scoped transaction: only one's own division is seen. */
@Service
public final class People {
    private static final String PERSONS = " from register.person ";
    private static final String HOUSEHOLDS = " join register.household on household.id = person.household_id ";
    private static final String WHERE = """
            where person.merged_into is null and not person.withdrawn
              and person.path >= :place and person.path < :place || '~'
              and (:bornBy::date is null or person.born_on <= :bornBy)
            """;
    private static final String SELECT = "select " + PersonRows.SUMMARY_COLUMNS + PERSONS + HOUSEHOLDS + WHERE;
    /** Who had a status in a place: the same rows that its headcount is made of. */
    private static final String HOLDERS = """
            from register.status_spell held join register.person on person.id = held.person_id
            """;

    private static final String HELD = """
            where held.path >= :place and held.path < :place || '~' and held.kind = :status and held.known_to = 'infinity'
              and held.valid_from <= :day and (held.valid_to is null or held.valid_to > :day)
              and (:bornBy::date is null or person.born_on <= :bornBy)
            """;
    private static final String SELECT_HELD =
            "select " + PersonRows.summaryColumns("held.path") + HOLDERS + HOUSEHOLDS + HELD;
    /** Counting a million for each page that shows fifty would cost more than the page. */
    public static final int MOST_COUNTED = 10_000;

    private static final String COUNT = "select count(*) from (select 1" + PERSONS + WHERE + " limit :most) counted";
    private static final String COUNT_HELD =
            "select count(*) from (select 1 " + HOLDERS + HELD + " limit :most) counted";
    private static final String BY_IDS = "select " + PersonRows.SUMMARY_COLUMNS
            + " from register.person join register.household on household.id = person.household_id"
            + " where person.id = any (:ids) and person.merged_into is null and not person.withdrawn order by person.path, person.id limit :most";
    private static final String BY_ID_NUMBER = "select " + PersonRows.SUMMARY_COLUMNS
            + " from register.person join register.household on household.id = person.household_id"
            + " where person.id_index = :index";
    private static final String BY_HOUSEHOLD = "select " + PersonRows.SUMMARY_COLUMNS
            + " from register.person join register.household on household.id = person.household_id"
            + " where household.number = :number and person.merged_into is null and not person.withdrawn order by person.relation, person.id";

    private final JdbcClient database;
    private final PersonRows rows;
    private final Secrets secrets;

    People(JdbcClient database, PersonRows rows, Secrets secrets) {
        this.database = database;
        this.rows = rows;
        this.secrets = secrets;
    }

    /** One page of a list. */
    public List<PersonSummary> list(PersonQuery query) {
        return asked(page(query), query)
                .param("afterValue", query.after() == 0 ? first(query) : valueOf(query))
                .param("afterId", query.after() == 0 ? first(query.order()) : query.after())
                .param("most", query.most())
                .query(rows::summary)
                .list();
    }

    /** Where a list begins: a search begins at this bound and not at the place's own, so it must not lie before the place. */
    private static String first(PersonQuery query) {
        return query.order() == PersonQuery.Order.PLACE ? query.place() : "";
    }

    /** What the list is sorted by, of the person the page before ended with. */
    private String valueOf(PersonQuery query) {
        String statement = switch (query.order()) {
            case PLACE ->
                query.status() == null
                        ? "select path from register.person where id = :after"
                        : "select coalesce((select held.path from register.status_spell held " + HELD
                                + " and held.person_id = person.id limit 1), path) from register.person where id = :after";
            case NAME -> "select name from register.person where id = :after";
            case NEWEST -> "select ''";
        };
        return asked(statement, query)
                .param("after", query.after())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How many the whole list holds; {@link #MOST_COUNTED} stands for as many or more. */
    public long count(PersonQuery query) {
        return asked(query.status() == null ? COUNT : COUNT_HELD, query)
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
    }

    /**
     * How many had the status in the place on the day, and are counted, but live outside the reader's division by now: their records are
     * another's to read, and the list is so many shorter than the headcount. 0 without a status.
     */
    public long elsewhere(PersonQuery query) {
        return query.status() == null
                ? 0
                : asked("select register.held_by_others(:place, :status, :day, :bornBy)", query)
                        .query(Long.class)
                        .single();
    }

    /** Who has this ID number, if it is somebody of one's own division. */
    public Optional<PersonSummary> withIdNumber(String idNumber, java.time.LocalDate day) {
        return database.sql(BY_ID_NUMBER)
                .param("index", secrets.index(FieldKind.ID_NUMBER, idNumber))
                .param("day", day)
                .query(rows::summary)
                .optional();
    }

    /** The members of a household, its head first. */
    public List<PersonSummary> ofHousehold(String number, java.time.LocalDate day) {
        return database.sql(BY_HOUSEHOLD)
                .param("number", number)
                .param("day", day)
                .query(rows::summary)
                .list();
    }

    /** Persons whose name holds all these characters side by side, at most so many; at least one character. */
    public List<PersonSummary> named(String part, java.time.LocalDate day, int most) {
        String[] grams = grams(part).toArray(String[]::new);
        if (grams.length == 0) {
            return List.of();
        }
        List<Long> ids = database.sql("select register.persons_named(?, ?)")
                .params(grams, most * 4)
                .query(Long.class)
                .list();
        return database
                .sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .param("day", day)
                .param("most", most * 4)
                .query(rows::summary)
                .list()
                .stream()
                .filter(person -> person.name().contains(part))
                .limit(most)
                .toList();
    }

    /** The pairs of neighbouring characters, or the one character; what the index of names holds. */
    static List<String> grams(String part) {
        int[] letters = part.strip().codePoints().toArray();
        List<String> grams = new ArrayList<>();
        if (letters.length == 1) {
            grams.add(new String(letters, 0, 1));
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            grams.add(new String(letters, i, 2));
        }
        return grams;
    }

    /** A page of persons, or of who held a status, in its order; the sorted columns are those of the index that serves it. */
    private static String page(PersonQuery query) {
        boolean held = query.status() != null;
        String path = held ? "held.path" : "person.path";
        String id = held ? "held.person_id" : "person.id";
        String order = switch (query.order()) {
            case PLACE -> "and (%1$s, %2$s) > (:afterValue, :afterId) order by %1$s, %2$s".formatted(path, id);
            case NAME -> "and (person.name, person.id) > (:afterValue, :afterId) order by person.name, person.id";
            case NEWEST -> "and person.id < :afterId order by person.id desc";
        };
        return (held ? SELECT_HELD : SELECT) + order + " limit :most";
    }

    private static long first(PersonQuery.Order order) {
        return order == PersonQuery.Order.NEWEST ? Long.MAX_VALUE : 0;
    }

    private JdbcClient.StatementSpec asked(String statement, PersonQuery query) {
        @Nullable StatusKind status = query.status();
        return database.sql(statement)
                .param("place", query.place())
                .param("status", status == null ? null : status.id())
                .param("day", query.day())
                .param("bornBy", query.minimumAge() == 0 ? null : query.day().minusYears(query.minimumAge()));
    }
}
