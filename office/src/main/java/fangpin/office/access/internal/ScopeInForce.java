package fangpin.office.access.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 事务现用的辖区: as whom the running transaction works, so that work within work does not tell the database again what it knows. It lives
 * and is put aside with its transaction.
 */
public final class ScopeInForce implements TransactionSynchronization {
    private @Nullable Setting setting;

    private ScopeInForce() {}

    /** What the transaction's settings say. */
    private record Setting(String path, long actor) {}

    /** Notes as whom the running transaction works from now on; false if it does already. */
    public static boolean changes(String path, long actor) {
        ScopeInForce own = own();
        Setting wanted = new Setting(path, actor);
        boolean changes = !Objects.equals(own.setting, wanted);
        own.setting = wanted;
        return changes;
    }

    /** Notes that the settings were changed otherwise. */
    static void forget() {
        own().setting = null;
    }

    private static ScopeInForce own() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof ScopeInForce found) {
                return found;
            }
        }
        ScopeInForce fresh = new ScopeInForce();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }
}
