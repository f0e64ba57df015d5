package fangpin.office.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 事务内的辖区: however work stands within work, the database shows the division of who began last. */
class ScopeInForceTest {
    private static final Actor WENDENG = actor(7, "370000/371000/371003/");
    private static final Actor RUSHAN = actor(8, "370000/371000/371083/");

    private final DatabaseAddress address = TestDatabase.fresh();
    private final DriverManagerDataSource source = new DriverManagerDataSource(
            address.url(), address.office().role(), address.office().password());
    private final JdbcClient database = JdbcClient.create(source);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    private final ScopedWork work = new ScopedWork(database, transactions);
    private final AccessWork access = new AccessWork(database, transactions);
    private final List<String> seen = new ArrayList<>();

    private static Actor actor(long id, String path) {
        return new Actor(id, "somebody", Set.of(), new Scope(path), "");
    }

    private boolean look() {
        return seen.add(database.sql(
                        "select current_setting('fangpin.scope', true) || ' ' || current_setting('fangpin.actor', true)")
                .query(String.class)
                .single());
    }

    private boolean as(Actor actor, Runnable within) {
        return work.write(actor, () -> {
            boolean looked = look();
            within.run();
            return looked;
        });
    }

    private static String of(Actor actor) {
        return actor.scope().path() + " " + actor.userId();
    }

    @Test
    void workWithinWorkIsWhoeverBeganLast() {
        as(WENDENG, () -> {
            as(WENDENG, this::look);
            as(RUSHAN, () -> as(RUSHAN, this::look));
            as(WENDENG, this::look);
        });
        String one = of(WENDENG);
        String other = of(RUSHAN);
        assertEquals(List.of(one, one, one, other, other, other, one, one), seen);
    }

    @Test
    void eachTransactionSaysItForItself() {
        as(WENDENG, this::look);
        as(WENDENG, this::look);
        assertThrows(
                IllegalStateException.class,
                () -> as(WENDENG, () -> {
                    throw new IllegalStateException("given up");
                }));
        as(WENDENG, () -> {});
        assertEquals(java.util.Collections.nCopies(6, of(WENDENG)), seen);
    }

    /** A denial is recorded in a transaction apart, in the middle of another. */
    @Test
    void aTransactionApartDoesNotCountForTheOtherNorTheOtherWay() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        as(WENDENG, () -> {
            apart.executeWithoutResult(status -> {
                as(WENDENG, () -> {});
                as(RUSHAN, () -> {});
            });
            as(WENDENG, this::look);
        });
        String one = of(WENDENG);
        assertEquals(List.of(one, one, of(RUSHAN), one, one), seen);
    }

    @Test
    void whatSignInNamesIsNotTakenForADivisionsWork() {
        as(WENDENG, () -> {
            Object _ = access.as(9, this::look);
            as(WENDENG, () -> {});
        });
        assertEquals(List.of(of(WENDENG), WENDENG.scope().path() + " 9", of(WENDENG)), seen);
    }
}
