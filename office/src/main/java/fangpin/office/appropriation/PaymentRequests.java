package fangpin.office.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.PaidRows;
import fangpin.office.appropriation.internal.PaymentRows;
import fangpin.office.fund.LineBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 用款申请: no payment without a line that is given to a project or programme, something free on it, a payee, a purpose that the negative list
 * lets pass, and a second person; what an approval puts by nobody else can spend.
 */
@Service
public final class PaymentRequests {
    private static final String ACCOUNT = "[0-9]{8,32}";

    private final ScopedWork work;
    private final PaymentRows rows;
    private final PaidRows paidRows;
    private final LineRows lines;
    private final LineBook book;
    private final ListCheck lists;
    private final MoneyGate gate;
    private final Clearings clearings;
    private final Audit audit;

    PaymentRequests(
            ScopedWork work,
            PaymentRows rows,
            PaidRows paidRows,
            LineRows lines,
            LineBook book,
            ListCheck lists,
            MoneyGate gate,
            Clearings clearings,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.paidRows = paidRows;
        this.lines = lines;
        this.book = book;
        this.lists = lists;
        this.gate = gate;
        this.clearings = clearings;
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param line to pay out of
     * @param category 支出类别; empty where it is of none that a list names
     * @param reach whom the payment reaches, where it goes to no persons by name; null where nobody says
     */
    public record Told(
            long line,
            String category,
            String purpose,
            boolean cash,
            @Nullable Reach reach) {
        /** Without a word on whom it reaches. */
        public Told(long line, String category, String purpose, boolean cash) {
            this(line, category, purpose, cash, null);
        }
    }

    /** 受益户数、人数. */
    public record Reach(long households, long persons) {}

    /**
     * What one person of the register is to get.
     *
     * @param account empty where the register's card is meant
     */
    public record ToPerson(long person, String bank, String account, long amountFen) {
        /** Never the account. */
        @Override
        public String toString() {
            return "to person " + person;
        }
    }

    /** 收款单位. */
    public record Payee(String name, String bank, String account, Fen amount) {}

    /** Asks that one payee be paid; finance answers. */
    public Answer<Long> raise(Actor actor, Told told, Payee payee, LocalDate today) {
        if (payee.name().isBlank()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (!told.cash() && !payee.account().matches(ACCOUNT)) {
            return Answer.refused(AppropriationRefusal.BAD_ACCOUNT);
        }
        if (payee.amount().amount() <= 0) {
            return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
        }
        return allowed(
                actor,
                told,
                line -> kept(
                        actor,
                        line,
                        told,
                        PaymentRequest.Kind.PAYEE,
                        List.of(new PaymentRows.Wanted(
                                line.path(),
                                null,
                                null,
                                payee.name().strip(),
                                payee.bank().strip(),
                                payee.account(),
                                payee.amount().amount())),
                        today));
    }

    /** Asks that all persons of a list be paid, or says what is wrong with which row: all of them or none. */
    public Answer<ListTaken> raiseList(Actor actor, Told told, Path file, LocalDate today) {
        return switch (PaymentList.read(file)) {
            case PaymentList.Refused(var why) -> Answer.refused(AppropriationRefusal.UNREADABLE, why);
            case PaymentList.Read(List<PaymentList.Row> read) -> raiseRows(actor, told, read, today);
        };
    }

    /**
     * What became of a list.
     *
     * @param request its number; null where rows are wrong and nothing was kept
     */
    public record ListTaken(@Nullable Long request, List<ListFault> faults) {
        public ListTaken {
            faults = List.copyOf(faults);
        }
    }

    /** The same for rows that were read or worked out before. */
    public Answer<ListTaken> raiseRows(Actor actor, Told told, List<PaymentList.Row> read, LocalDate today) {
        return allowed(actor, told, line -> {
            ListCheck.Checked checked = lists.check(line, told.purpose(), read);
            return checked.faults().isEmpty()
                    ? kept(actor, line, told, PaymentRequest.Kind.LIST, checked.wanted(), today)
                            .map(id -> new ListTaken(id, List.of()))
                    : Answer.done(new ListTaken(null, checked.faults()));
        });
    }

    /** The same for persons of the register by their numbers there: what a programme gives to all who hold a status. */
    public Answer<ListTaken> raisePersons(Actor actor, Told told, List<ToPerson> persons, LocalDate today) {
        if (persons.isEmpty()) {
            return Answer.refused(AppropriationRefusal.NOBODY);
        }
        return allowed(actor, told, line -> {
            ListCheck.Checked checked = lists.checkPersons(line, told.purpose(), persons);
            return checked.faults().isEmpty()
                    ? kept(actor, line, told, PaymentRequest.Kind.LIST, checked.wanted(), today)
                            .map(id -> new ListTaken(id, List.of()))
                    : Answer.done(new ListTaken(null, checked.faults()));
        });
    }

    /** 受益 of some lines: whom payments reached by name, each once; where they name nobody, whom their requests name, the largest once. */
    public Reach reach(Actor actor, List<Long> lines) {
        return work.read(actor, () -> rows.reach(lines.toArray(Long[]::new)));
    }

    private <T> Answer<T> allowed(Actor actor, Told told, Function<BudgetLine, Answer<T>> taken) {
        if (!actor.may(Right.FUND_PROPOSE)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        if (told.purpose().isBlank()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        return work.write(actor, () -> {
            Optional<BudgetLine> line = lines.find(told.line());
            if (line.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (!line.get().hasUse()) {
                return Answer.refused(AppropriationRefusal.NO_USE);
            }
            return clearings
                    .notForbidden(actor, line.get().pack(), told.category(), told.purpose())
                    .then(fine -> gate.open(actor, line.get().path(), line.get().projectId()))
                    .then(open -> taken.apply(line.get()));
        });
    }

    private Answer<Long> kept(
            Actor actor,
            BudgetLine line,
            Told told,
            PaymentRequest.Kind kind,
            List<PaymentRows.Wanted> wanted,
            LocalDate today) {
        long sum = wanted.stream().mapToLong(PaymentRows.Wanted::amountFen).sum();
        if (sum > line.freeFen()) {
            return Answer.refused(AppropriationRefusal.NOT_ENOUGH, new Fen(line.freeFen()).yuan());
        }
        long id = rows.insert(line, told, kind, wanted, actor.userId(), today);
        audit.record(
                actor,
                AuditAction.FUND_PAYMENT,
                "request/" + id,
                Map.of("line", Long.toString(line.id()), "payments", Integer.toString(wanted.size())));
        return Answer.done(id);
    }

    /** Approves what another asked for: from now on its money is put by. */
    public Answer<PaymentRequest> approve(Actor actor, long id, LocalDate today) {
        return answer(
                actor,
                id,
                (request, line) -> clearings
                        .notForbidden(actor, line.pack(), request.category(), request.purpose())
                        .then(fine -> clearings.cleared(actor, request.expense(line.pack())))
                        .then(fine -> gate.open(actor, line.path(), line.projectId()))
                        .then(open -> {
                            if (!book.reserve(line.accountId(), "request/" + id, new Fen(request.sumFen()))) {
                                return Answer.refused(
                                        AppropriationRefusal.NOT_ENOUGH,
                                        new Fen(lines.find(line.id())
                                                        .orElseThrow()
                                                        .freeFen())
                                                .yuan());
                            }
                            rows.answer(id, PaymentRequest.State.APPROVED, "", actor.userId(), today);
                            return Answer.done(id);
                        }));
    }

    /** Sends what another asked for back, with the reason. */
    public Answer<PaymentRequest> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(AppropriationRefusal.REASON_MISSING)
                : answer(actor, id, (request, line) -> {
                    rows.answer(id, PaymentRequest.State.REFUSED, reason.strip(), actor.userId(), today);
                    return Answer.done(id);
                });
    }

    private Answer<PaymentRequest> answer(
            Actor actor, long id, BiFunction<PaymentRequest, BudgetLine, Answer<Long>> answered) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.locked(id);
            if (request.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (request.get().state() != PaymentRequest.State.RAISED) {
                return Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(request.get().raisedBy(), actor.userId())
                    .then(checked -> answered.apply(
                            request.get(), lines.find(request.get().lineId()).orElseThrow()))
                    .map(done -> {
                        PaymentRequest after = rows.find(id).orElseThrow();
                        audit.record(
                                actor,
                                AuditAction.FUND_PAYMENT,
                                "request/" + id,
                                Map.of("state", after.state().word()));
                        return after;
                    });
        });
    }

    /** The newest requests in a state, or in any, before a given one. */
    public List<PaymentRequest> list(Actor actor, PaymentRequest.@Nullable State state, long before, int most) {
        return work.read(actor, () -> rows.list(state, before, most));
    }

    /** One request. */
    public Optional<PaymentRequest> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Requests for money of a line. */
    public List<PaymentRequest> ofLine(Actor actor, long line) {
        return work.read(actor, () -> rows.ofLine(line));
    }

    /** Payments of a request after a number, their accounts masked. */
    public List<FundPayment> payments(Actor actor, long request, int after, int most) {
        return work.read(actor, () -> paidRows.payments(request, after, most));
    }

    /** How many wait for this actor's approval. */
    public long toApprove(Actor actor) {
        return work.read(actor, () -> rows.waiting(PaymentRequest.State.RAISED, actor.userId()));
    }

    /** How many are approved and wait for the bank. */
    public long toSend(Actor actor) {
        return work.read(actor, () -> rows.waiting(PaymentRequest.State.APPROVED, 0));
    }
}
