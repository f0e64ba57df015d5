package fangpin.office.fund.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Doer;
import fangpin.office.fund.FundAccount;
import fangpin.office.fund.Movement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 记账: the one way into the ledger. The hash of an entry stands in the audit, whose chain therefore holds the ledger too. */
@Component
public final class Journal {
    private final JdbcClient database;
    private final Audit audit;

    Journal(JdbcClient database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    private record Posted(long id, String hash) {}

    /** Posts a movement within the current transaction; the number of its entry. */
    public long post(Actor actor, Movement movement) {
        Posted posted = database.sql("""
                        select id, fund.letters(hash) as hash from fund.post(:path, :day, :reason, :subject, :person, :clause, :reverses, :actor,
                            :kinds, :contracts, :packs, :products, :holders, :paths, :amounts)
                        """)
                .param("path", movement.path())
                .param("day", movement.day())
                .param("reason", movement.reason().word())
                .param("subject", movement.subject())
                .param("person", movement.personId())
                .param("clause", movement.clause())
                .param("reverses", movement.reverses())
                .param("actor", actor.userId())
                .param("kinds", texts(movement, line -> line.account().kind().word()))
                .param(
                        "contracts",
                        movement.lines().stream()
                                .map(line -> line.account().contractId())
                                .toArray(Long[]::new))
                .param("packs", texts(movement, line -> line.account().pack()))
                .param("products", texts(movement, line -> line.account().product()))
                .param("holders", texts(movement, line -> line.account().holder()))
                .param("paths", texts(movement, line -> line.account().path()))
                .param(
                        "amounts",
                        movement.lines().stream()
                                .map(line -> line.amount().amount())
                                .toArray(Long[]::new))
                .query((row, number) -> new Posted(row.getLong("id"), row.getString("hash")))
                .single();
        audit.recordAll(
                actor,
                List.of(new Audit.Entry(AuditAction.POSTED, "entry/" + posted.id(), Map.of("hash", posted.hash()))));
        return posted.id();
    }

    /** A movement and who makes it. */
    public record Ordered(Doer by, Movement movement) {}

    /** Posts movements of one day between two accounts each, debit first, within the current transaction; the entries in the order of their numbers. */
    public List<Pair> postPairs(Actor actor, List<Movement> movements) {
        Doer by = audit.here(actor);
        return postPairs(
                movements.stream().map(movement -> new Ordered(by, movement)).toList());
    }

    /** The same, each movement made by somebody of its own; the entries in the order of the movements. */
    public List<Pair> postPairs(List<Ordered> ordered) {
        List<Movement> movements = ordered.stream().map(Ordered::movement).toList();
        List<Pair> posted = database.sql("""
                        select id, subject, fund.letters(hash) as hash from fund.post_pairs(:day, :actors::bigint[], :places, :reasons, :subjects,
                            :persons::bigint[], :clauses, :contracts::bigint[], :packs, :products, :debitKinds, :debitHolders, :debitPaths,
                            :creditKinds, :creditHolders, :creditPaths, :amounts::bigint[])
                        """)
                .param("day", movements.getFirst().day())
                .param(
                        "actors",
                        ordered.stream().map(one -> one.by().actor().userId()).toArray(Long[]::new))
                .param("places", all(movements, Movement::path))
                .param("reasons", all(movements, one -> one.reason().word()))
                .param("subjects", all(movements, Movement::subject))
                .param("persons", movements.stream().map(Movement::personId).toArray(Long[]::new))
                .param("clauses", all(movements, Movement::clause))
                .param(
                        "contracts",
                        movements.stream().map(one -> credit(one).contractId()).toArray(Long[]::new))
                .param("packs", all(movements, one -> credit(one).pack()))
                .param("products", all(movements, one -> credit(one).product()))
                .param("debitKinds", all(movements, one -> debit(one).kind().word()))
                .param("debitHolders", all(movements, one -> debit(one).holder()))
                .param("debitPaths", all(movements, one -> debit(one).path()))
                .param("creditKinds", all(movements, one -> credit(one).kind().word()))
                .param("creditHolders", all(movements, one -> credit(one).holder()))
                .param("creditPaths", all(movements, one -> credit(one).path()))
                .param(
                        "amounts",
                        movements.stream()
                                .map(one -> one.lines().getFirst().amount().amount())
                                .toArray(Long[]::new))
                .query((row, number) -> new Pair(row.getLong("id"), row.getString("subject"), row.getString("hash")))
                .list();
        for (int at = 0; at < posted.size(); at++) {
            Pair one = posted.get(at);
            audit.recordAll(
                    ordered.get(at).by(),
                    List.of(new Audit.Entry(AuditAction.POSTED, "entry/" + one.entry(), Map.of("hash", one.hash()))));
        }
        return posted;
    }

    /** What was posted for a subject. */
    public record Pair(long entry, String subject, String hash) {}

    private static FundAccount debit(Movement movement) {
        return movement.lines().getFirst().account();
    }

    private static FundAccount credit(Movement movement) {
        return movement.lines().getLast().account();
    }

    private static String[] all(List<Movement> movements, Function<Movement, String> part) {
        return movements.stream().map(part).toArray(String[]::new);
    }

    private static String[] texts(Movement movement, Function<Movement.Line, String> part) {
        return movement.lines().stream().map(part).toArray(String[]::new);
    }
}
