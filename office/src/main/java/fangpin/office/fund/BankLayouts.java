package fangpin.office.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Insurer;
import fangpin.office.fund.internal.LayoutRows;
import fangpin.office.fund.internal.OwnContracts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** 银行文件格式设置: an insurer's staff says how its bank wants the file; every setting is kept, the newest counts. */
@Service
public final class BankLayouts {
    private static final int LONGEST = 40;

    private final ScopedWork work;
    private final LayoutRows rows;
    private final OwnContracts contracts;
    private final Audit audit;

    BankLayouts(ScopedWork work, LayoutRows rows, OwnContracts contracts, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
        this.audit = audit;
    }

    /** The insurers whose payments an actor has to do with. */
    public List<Insurer> insurers(Actor actor) {
        return contracts.of(actor).stream().map(Contract::insurer).distinct().toList();
    }

    /** How the bank of a contract's insurer wants its file. */
    public BankLayout of(Actor actor, long contract) {
        return contracts
                .find(actor, contract)
                .map(one -> ofInsurer(actor, one.insurer().id()))
                .orElse(BankLayout.USUAL);
    }

    /** How the bank of an insurer wants its file. */
    public BankLayout ofInsurer(Actor actor, long insurer) {
        return work.read(actor, () -> rows.newest(insurer)).orElse(BankLayout.USUAL);
    }

    /** Keeps how the bank wants it from now on. */
    public Answer<Long> save(Actor actor, long insurer, BankLayout layout, LocalDate today) {
        Optional<Contract> own = contracts.of(actor).stream()
                .filter(one -> one.insurer().id() == insurer && actor.scope().holds(one.path()))
                .findFirst();
        if (!actor.may(Right.PAYMENT_RAISE) || own.isEmpty()) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        if (!whole(layout)) {
            return Answer.refused(PaymentRefusal.LAYOUT_WRONG);
        }
        return work.write(actor, () -> {
            long id = rows.insert(own.get().path(), insurer, layout, actor.userId(), today);
            audit.record(
                    actor,
                    AuditAction.CHANGED,
                    "bank-layout/" + id,
                    Map.of(
                            "insurer",
                            Long.toString(insurer),
                            "format",
                            layout.format().word()));
            return Answer.done(id);
        });
    }

    /** Who is paid what is in it, nothing twice, and no heading stands for two columns of a reply. */
    private static boolean whole(BankLayout layout) {
        Set<BankLayout.Field> fields = new HashSet<>();
        Set<String> headings = new HashSet<>();
        for (BankLayout.Column column : layout.columns()) {
            boolean named = !column.heading().isBlank();
            if (!fields.add(column.field())
                    || column.heading().length() > LONGEST
                    || (named && !headings.add(column.heading()))) {
                return false;
            }
        }
        Set<String> reply = new HashSet<>();
        return Stream.of(BankLayout.Field.values()).allMatch(field -> !field.needed() || fields.contains(field))
                && layout.reply().values().stream()
                        .flatMap(List::stream)
                        .allMatch(heading -> !heading.isBlank() && heading.length() <= LONGEST && reply.add(heading))
                && layout.success().stream().noneMatch(layout.failure()::contains);
    }
}
