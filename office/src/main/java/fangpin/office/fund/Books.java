package fangpin.office.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.fund.internal.BookRows;
import fangpin.office.fund.internal.OwnContracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 账簿: accounts with their balances, what moved on each, and whether all of it agrees. */
@Service
public final class Books {
    private final ScopedWork work;
    private final BookRows rows;
    private final OwnContracts contracts;

    Books(ScopedWork work, BookRows rows, OwnContracts contracts) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
    }

    /**
     * 余额: an account and what stands on it.
     *
     * @param balanceFen debit as plus, credit as minus
     * @param reservedFen put by for approved payments
     * @param contractNumber empty where there is none or the reader does not see it
     */
    public record Balance(long id, FundAccount account, String contractNumber, long balanceFen, long reservedFen) {}

    /**
     * 科目: all accounts of a kind, contract and product together.
     *
     * @param accounts how many
     */
    public record Total(
            AccountKind kind,
            @Nullable Long contractId,
            String contractNumber,
            String pack,
            String product,
            long accounts,
            long balanceFen,
            long reservedFen) {}

    /**
     * 凭证.
     *
     * @param reverses number of the entry that this one takes back as a whole; null where it takes none back
     */
    public record Entry(
            long id,
            String path,
            LocalDate day,
            EntryReason reason,
            String subject,
            @Nullable Long personId,
            String clause,
            @Nullable Long reverses,
            long enteredBy,
            String hash,
            List<Side> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }

        /** 分录 of an entry. */
        public record Side(long accountId, FundAccount account, long amountFen) {}
    }

    /**
     * 明细: one line of an account.
     *
     * @param afterFen balance of the account after it
     */
    public record Line(
            long entryId,
            LocalDate day,
            EntryReason reason,
            String subject,
            String clause,
            long amountFen,
            long afterFen) {}

    /**
     * 不符: something that does not agree.
     *
     * @param kind its message key's end
     */
    public record Fault(String kind, long id, String written, String found) {}

    private Long @Nullable [] own(Actor actor) {
        return actor.may(Right.PAYMENT_RAISE) ? contracts.ids(actor) : null;
    }

    /** 试算平衡: the totals of one's division by kind, contract and product. */
    public List<Total> totals(Actor actor) {
        Long[] own = own(actor);
        return work.read(actor, () -> rows.totals(own));
    }

    /** The accounts of a total, by place. */
    public List<Balance> balances(Actor actor, AccountKind kind, long contract, String product) {
        Long[] own = own(actor);
        return work.read(actor, () -> rows.balances(own, kind, contract, product));
    }

    /** One account. */
    public Optional<Balance> balance(Actor actor, long id) {
        Long[] own = own(actor);
        return work.read(actor, () -> rows.balance(own, id));
    }

    /** What moved on an account, the newest before a given entry first. */
    public List<Line> lines(Actor actor, long account, long before, int most) {
        return work.read(actor, () -> rows.lines(account, before, most));
    }

    /** One entry with its lines, as far as the reader sees them. */
    public Optional<Entry> entry(Actor actor, long id) {
        return work.read(actor, () -> rows.entry(id));
    }

    /** The entries for a subject, the first first. */
    public List<Entry> of(Actor actor, String subject) {
        return work.read(actor, () -> rows.of(subject));
    }

    /** 核对: what does not agree in one's division: balances, reserves, sums, hashes and the audit's records of entries. */
    public List<Fault> faults(Actor actor) {
        return work.read(actor, () -> rows.faults(actor.scope().path()));
    }
}
