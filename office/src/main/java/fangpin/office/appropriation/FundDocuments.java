package fangpin.office.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.DocumentRows;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.fund.LineBook;
import fangpin.office.policy.PolicyLibrary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * 指标文件 (WHT, LC §1): finance enters the document that gives money, another person of finance confirms it, and then its money stands on
 * budget lines. What arrives at the bank is entered apart from it, with the transfer's number.
 */
@Service
public final class FundDocuments {
    private static final int LONGEST = 120;

    private final ScopedWork work;
    private final DocumentRows rows;
    private final LineRows lines;
    private final LineBook book;
    private final PolicyLibrary library;
    private final Audit audit;

    FundDocuments(
            ScopedWork work, DocumentRows rows, LineRows lines, LineBook book, PolicyLibrary library, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.lines = lines;
        this.book = book;
        this.library = library;
        this.audit = audit;
    }

    /**
     * A document as finance tells of it.
     *
     * @param division that receives the money, within the teller's own
     * @param items what the money is for; together the document's amount
     */
    public record Told(
            String division,
            String pack,
            int year,
            FundOrigin origin,
            String fund,
            String number,
            String budgetCode,
            LocalDate issuedOn,
            Fen amount,
            List<FundDocument.Item> items) {
        public Told {
            items = List.copyOf(items);
        }
    }

    /** Money that arrived. */
    public record Arrived(Fen amount, LocalDate receivedOn, String bankReference) {}

    /** Keeps a document until another person confirms it. */
    public Answer<Long> enter(Actor actor, Told told, LocalDate today) {
        if (!actor.may(Right.FUND_PAY) || !actor.scope().holds(told.division())) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return checked(told, today)
                .then(checked -> work.write(actor, () -> {
                    Optional<Long> made = rows.insert(told, actor.userId(), today);
                    if (made.isEmpty()) {
                        return Answer.refused(
                                AppropriationRefusal.NUMBER_USED, told.number().strip());
                    }
                    audit.record(
                            actor,
                            AuditAction.FUND_DOCUMENT,
                            "document/" + made.get(),
                            Map.of(
                                    "amount",
                                    told.amount().yuan(),
                                    "level",
                                    told.origin().word()));
                    return Answer.done(made.get());
                }));
    }

    private Answer<Told> checked(Told told, LocalDate today) {
        if (told.fund().isBlank() || told.number().isBlank() || told.items().isEmpty()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (told.fund().length() > LONGEST || told.number().length() > LONGEST) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (!told.budgetCode().strip().matches("[0-9]{3,9}")) {
            return Answer.refused(AppropriationRefusal.BAD_BUDGET_CODE, told.budgetCode());
        }
        if (told.issuedOn().isAfter(today)
                || told.issuedOn().getYear() < told.year() - 1
                || told.issuedOn().getYear() > told.year()) {
            return Answer.refused(AppropriationRefusal.BAD_DATE);
        }
        if (told.amount().amount() <= 0 || told.items().stream().anyMatch(item -> item.amountFen() <= 0)) {
            return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
        }
        long sum = told.items().stream().mapToLong(FundDocument.Item::amountFen).sum();
        if (sum != told.amount().amount()) {
            return Answer.refused(
                    AppropriationRefusal.ITEMS_DIFFER, told.amount().yuan(), new Fen(sum).yuan());
        }
        Map<String, ?> known =
                library.pack(told.pack()).<Map<String, ?>>map(FundRules::items).orElse(Map.of());
        Optional<String> unknown = told.items().stream()
                .map(FundDocument.Item::item)
                .filter(item -> !item.isEmpty() && !known.containsKey(item))
                .findFirst();
        boolean repeated =
                told.items().stream().map(FundDocument.Item::item).distinct().count()
                        < told.items().size();
        return known.isEmpty() || unknown.isPresent() || repeated
                ? Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, unknown.orElse(told.pack()))
                : Answer.done(told);
    }

    /** Confirms another person's document: its money stands on lines from now on. */
    public Answer<FundDocument> confirm(Actor actor, long id, LocalDate today) {
        return answer(actor, id, document -> {
            for (FundDocument.Item item : document.items()) {
                BudgetLine line = lines.open(LineRows.Wanted.of(document, null, item.item()), today);
                book.receive(actor, id, line.booked(), new Fen(item.amountFen()), today, "");
            }
            rows.answer(id, FundDocument.State.CONFIRMED, "", actor.userId(), today);
            audit.record(actor, AuditAction.FUND_DOCUMENT, "document/" + id, Map.of("state", "confirmed"));
            return Answer.done(id);
        });
    }

    /** Refuses another person's document, with the reason. */
    public Answer<FundDocument> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(AppropriationRefusal.REASON_MISSING)
                : answer(actor, id, document -> {
                    rows.answer(id, FundDocument.State.REFUSED, reason.strip(), actor.userId(), today);
                    audit.record(actor, AuditAction.FUND_DOCUMENT, "document/" + id, Map.of("state", "refused"));
                    return Answer.done(id);
                });
    }

    private Answer<FundDocument> answer(Actor actor, long id, Function<FundDocument, Answer<Long>> answered) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<FundDocument> document = rows.locked(id);
            if (document.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (document.get().state() != FundDocument.State.ENTERED) {
                return Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(document.get().enteredBy(), actor.userId())
                    .then(checked -> answered.apply(document.get()))
                    .map(done -> rows.find(id).orElseThrow());
        });
    }

    /** 到账: enters what arrived at the bank. */
    public Answer<FundDocument> receive(Actor actor, long id, Arrived arrived, LocalDate today) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        if (arrived.bankReference().isBlank() || arrived.bankReference().length() > LONGEST) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (arrived.amount().amount() <= 0) {
            return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
        }
        return work.write(actor, () -> {
            Optional<FundDocument> document = rows.locked(id);
            if (document.isEmpty() || document.get().state() != FundDocument.State.CONFIRMED) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            FundDocument it = document.get();
            if (arrived.receivedOn().isAfter(today) || arrived.receivedOn().isBefore(it.issuedOn())) {
                return Answer.refused(AppropriationRefusal.BAD_DATE);
            }
            if (it.receivedFen() + arrived.amount().amount() > it.amountFen()) {
                return Answer.refused(
                        AppropriationRefusal.MORE_THAN_DOCUMENT, new Fen(it.amountFen() - it.receivedFen()).yuan());
            }
            if (!rows.insertReceipt(it, arrived, actor.userId(), today)) {
                return Answer.refused(
                        AppropriationRefusal.REFERENCE_USED,
                        arrived.bankReference().strip());
            }
            audit.record(
                    actor,
                    AuditAction.FUND_DOCUMENT,
                    "document/" + id,
                    Map.of("received", arrived.amount().yuan()));
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    /** Documents of a year that came to one's division or, if asked, below it, the newest first. */
    public List<FundDocument> list(Actor actor, int year, boolean below) {
        return work.read(actor, () -> rows.list(actor.scope().path(), year, below));
    }

    /** One of them. */
    public Optional<FundDocument> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** What arrived of it. */
    public List<FundReceipt> receipts(Actor actor, long id) {
        return work.read(actor, () -> rows.receipts(id));
    }

    /** How many wait for this actor as the second person. */
    public long toConfirm(Actor actor) {
        return work.read(actor, () -> rows.waiting(actor.userId()));
    }
}
