package fangpin.office.settlement.internal;

import fangpin.kernel.settlement.Settlement;
import fangpin.office.settlement.BillOffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bills newly accepted, a set with one statement. */
@Component
public final class AcceptanceRows {
    private static final String INSERT = """
            with given as materialized (
                select nextval('settlement.bill_id_seq') as id, given.* from unnest(
                    :hospitals::bigint[], :hospitalPaths::text[], :actors::bigint[], :paths::text[], :persons::bigint[], :households::bigint[], :names::text[], :covers::bigint[], :contracts::bigint[], :packs::text[],
                    :products::text[], :adoptions::bigint[], :periods::date[], :ordinals::integer[], :messages::text[], :hashes::text[], :departments::text[],
                    :numbers::text[], :admitted::date[], :discharged::date[], :deciding::date[], :inputNames::text[],
                    :inputValues::text[], :keys::jsonb[], :before::text[], :after::text[], :totals::bigint[], :paid::bigint[], :selves::bigint[],
                    :ineligible::bigint[], :yearPaid::bigint[], :packHashes::text[], :inputHashes::text[], :engines::text[])
                as given (hospital_id, hospital_path, actor, path, person_id, household_id, person_name, cover_id, contract_id, pack, product, adoption_id, period_from, ordinal,
                    message_id, message_hash, department, bill_number, admitted_on, discharged_on, deciding_on, input_names, input_values,
                    keys, figures_before, figures_after, total_fen, paid_fen, self_fen, ineligible_fen, year_paid_fen, pack_hash, input_hash,
                    engine)
            ), kept as (
                insert into settlement.bill (id, path, hospital_path, hospital_id, person_id, household_id, person_name, cover_id, contract_id, pack, product,
                    adoption_id, period_from, ordinal, message_id, message_hash, department_id, bill_number, admitted_on, discharged_on, deciding_on,
                    input_names, input_values, keys, entered_by, accepted_on)
                overriding system value
                select id, path, hospital_path, hospital_id, person_id, household_id, person_name, cover_id, contract_id, pack, product, adoption_id, period_from, ordinal,
                    message_id, message_hash, settlement.department_of(hospital_id, department), bill_number, admitted_on, discharged_on,
                    deciding_on, input_names::text[],
                    input_values::bigint[], keys, actor, :day
                from given
            ), decided as (
                insert into settlement.decision (bill_id, number, path, hospital_path, kind, figures_before, figures_after, total_fen,
                    paid_fen, self_fen, ineligible_fen, year_paid_fen, difference_fen, pack_hash, input_hash, engine, decided_by,
                    decided_on)
                select id, 1, path, hospital_path, 'settled', figures_before::bigint[], figures_after::bigint[], total_fen, paid_fen,
                    self_fen, ineligible_fen, year_paid_fen, paid_fen, pack_hash, input_hash, engine, actor, :day
                from given
            )
            select id, hospital_id, message_id from given
            """;

    private final JdbcClient database;

    AcceptanceRows(JdbcClient database) {
        this.database = database;
    }

    /** A message that was sent before: the bill it made, and the hash of what it said. */
    public record Sent(long billId, String hash) {}

    /** Those of the messages that were sent before; from now on until the transaction ends nobody else works on any of them. */
    Map<BillOffer.MessageNumber, Sent> take(List<BillOffer> offers) {
        Map<BillOffer.MessageNumber, Sent> sent = new HashMap<>();
        database.sql("select * from settlement.take_messages(?, ?)")
                .params(
                        offers.stream().map(one -> one.hospital().id()).toArray(Long[]::new),
                        offers.stream().map(one -> one.message().messageId()).toArray(String[]::new))
                .query((row, number) ->
                        sent.put(number(row), new Sent(row.getLong("id"), row.getString("message_hash"))))
                .list();
        return sent;
    }

    private static BillOffer.MessageNumber number(ResultSet row) throws SQLException {
        return new BillOffer.MessageNumber(row.getLong("hospital_id"), row.getString("message_id"));
    }

    /** Keeps bills as they were accepted with the first decision on each; their ids. */
    Map<BillOffer.MessageNumber, Long> insert(List<Acceptance.Worked> bills, LocalDate day) {
        JdbcClient.StatementSpec statement = database.sql(INSERT).param("day", day);
        offer(statement, bills.stream().map(Acceptance.Worked::offer).toList());
        basis(statement, bills);
        message(statement, bills);
        result(statement, bills.stream().map(one -> one.trial().settled()).toList());
        Map<BillOffer.MessageNumber, Long> ids = new HashMap<>();
        statement
                .query((row, number) -> ids.put(number(row), row.getLong("id")))
                .list();
        return ids;
    }

    private static void offer(JdbcClient.StatementSpec statement, List<BillOffer> offers) {
        numbers(statement, "hospitals", offers, one -> one.hospital().id());
        texts(statement, "hospitalPaths", offers, one -> one.hospital().path());
        numbers(statement, "actors", offers, one -> one.by().actor().userId());
    }

    private static void basis(JdbcClient.StatementSpec statement, List<Acceptance.Worked> bills) {
        texts(statement, "paths", bills, one -> one.basis().insured().path());
        numbers(statement, "persons", bills, one -> one.basis().insured().personId());
        JdbcClient.StatementSpec _ = statement.param(
                "households",
                bills.stream()
                        .map(one -> one.basis().household())
                        .map(household -> household == null ? null : Long.valueOf(household.id()))
                        .toArray(Long[]::new));
        texts(statement, "names", bills, one -> one.basis().insured().name());
        numbers(statement, "covers", bills, one -> one.basis().cover().id());
        JdbcClient.StatementSpec _ = statement.param(
                "contracts", bills.stream().map(one -> one.basis().contract()).toArray(Long[]::new));
        texts(statement, "packs", bills, one -> one.basis().cover().pack());
        texts(statement, "products", bills, one -> one.basis().cover().product());
        numbers(
                statement,
                "adoptions",
                bills,
                one -> one.basis().rules().adoption().id());
        texts(
                statement,
                "periods",
                bills,
                one -> one.basis().product().period().from().toString());
        numbers(statement, "ordinals", bills, one -> one.trial().ordinal());
    }

    private static void message(JdbcClient.StatementSpec statement, List<Acceptance.Worked> bills) {
        texts(statement, "messages", bills, one -> one.basis().message().messageId());
        texts(statement, "hashes", bills, Acceptance.Worked::hash);
        texts(statement, "departments", bills, one -> one.basis().message().department());
        texts(statement, "numbers", bills, one -> one.basis().message().billNumber());
        texts(
                statement,
                "admitted",
                bills,
                one -> one.basis().message().admittedOn().toString());
        texts(
                statement,
                "discharged",
                bills,
                one -> one.basis().message().dischargedOn().toString());
        texts(
                statement,
                "deciding",
                bills,
                one -> one.basis().input().decidingDate().toString());
        texts(
                statement,
                "inputNames",
                bills,
                one -> array(one.basis().product().program().inputs()));
        texts(statement, "inputValues", bills, one -> array(one.basis().input().values()));
        texts(statement, "keys", bills, one -> BillKeys.text(one.basis().keys()));
    }

    private static void result(JdbcClient.StatementSpec statement, List<Settlement> settled) {
        texts(statement, "before", settled, one -> array(one.explanation().before()));
        texts(statement, "after", settled, one -> array(one.explanation().after()));
        numbers(statement, "totals", settled, one -> one.waterfall().total().amount());
        numbers(statement, "paid", settled, one -> one.paid().amount());
        numbers(statement, "selves", settled, one -> one.bucket("self").amount());
        numbers(
                statement,
                "ineligible",
                settled,
                one -> one.bucket("ineligible").amount());
        numbers(statement, "yearPaid", settled, one -> one.yearPaid().amount());
        texts(statement, "packHashes", settled, one -> one.receipt().packHash());
        texts(statement, "inputHashes", settled, one -> one.receipt().inputHash());
        texts(statement, "engines", settled, one -> one.receipt().engineVersion());
    }

    private static <T> void texts(
            JdbcClient.StatementSpec statement, String name, List<T> rows, Function<T, @Nullable String> text) {
        JdbcClient.StatementSpec _ =
                statement.param(name, rows.stream().map(text).toArray(String[]::new));
    }

    private static <T> void numbers(
            JdbcClient.StatementSpec statement, String name, List<T> rows, ToLongFunction<T> number) {
        JdbcClient.StatementSpec _ =
                statement.param(name, rows.stream().mapToLong(number).boxed().toArray(Long[]::new));
    }

    /** An array as the database reads it from text; names and numbers only. */
    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
