package fangpin.demonstration;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundMove;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundPayment;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.RequestPayments;
import fangpin.office.fund.BankReplyFile;
import fangpin.office.register.People;
import fangpin.office.register.PersonQuery;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * 资金之路: the steps by which a division's money becomes payments, taken by its poverty office and its finance. A story's payees bank at a
 * made-up bank.
 */
record FundWay(Scene scene, Actor office, Actor finance, Actor finance2, String pack, int year) {
    private static final int MOST = 100_000;
    private static final long WAN = 1_000_000;

    /** Ten thousands of yuan in fen: 19.65 is written 1965. */
    static Fen wan(long hundredths) {
        return new Fen(hundredths * WAN / 100);
    }

    /** A document that was entered and confirmed, and all of whose money arrived. */
    long document(
            FundOrigin origin,
            String fund,
            String number,
            LocalDate issued,
            LocalDate arrived,
            Map<String, Fen> items) {
        FundDocuments documents = scene.face(FundDocuments.class);
        Fen sum = items.values().stream().reduce(Fen.ZERO, Fen::plus);
        long id = Scene.done(documents.enter(
                finance,
                new FundDocuments.Told(
                        finance.scope().path(),
                        pack,
                        year,
                        origin,
                        fund,
                        number,
                        "2130599",
                        issued,
                        sum,
                        items.entrySet().stream()
                                .map(item -> new FundDocument.Item(
                                        item.getKey(), item.getValue().amount()))
                                .toList()),
                arrived));
        Scene.done(documents.confirm(finance2, id, arrived));
        Scene.done(documents.receive(finance, id, new FundDocuments.Arrived(sum, arrived, "SK" + id), arrived));
        return id;
    }

    /** The division's own line of an item that is given to nothing yet. */
    BudgetLine line(String item) {
        return scene.face(BudgetLines.class).at(finance, office.scope().path(), year).stream()
                .filter(line -> line.item().equals(item) && !line.hasUse() && line.freeFen() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no money for " + item));
    }

    /** Money given to a programme of payments: its line. */
    BudgetLine programme(BudgetLine from, String item, String programme, String purpose, Fen amount, LocalDate day) {
        return moved(FundMoves.Wanted.toProgramme(from.id(), item, programme, purpose, amount), day);
    }

    /** Money given to a project: its line. */
    BudgetLine project(BudgetLine from, String item, long project, String purpose, Fen amount, LocalDate day) {
        return moved(FundMoves.Wanted.toProject(from.id(), item, project, purpose, amount), day);
    }

    /** A purpose changed by a decision: the line afterwards. */
    BudgetLine reallocated(BudgetLine from, String item, Fen amount, String decision, String reason, LocalDate day) {
        return moved(
                new FundMoves.Wanted(
                        FundMove.Kind.REALLOCATION, from.id(), "", item, null, "", "", "", amount, decision, reason),
                day);
    }

    private BudgetLine moved(FundMoves.Wanted wanted, LocalDate day) {
        FundMoves moves = scene.face(FundMoves.class);
        long id = Scene.done(moves.propose(office, wanted, day));
        FundMove done = Scene.done(moves.carryOut(finance, id, day.plusDays(2)));
        return scene.face(BudgetLines.class)
                .find(finance, Objects.requireNonNull(done.toLine()))
                .orElseThrow();
    }

    /** Pays one payee all that a line holds, or less. */
    void payee(
            BudgetLine line,
            String name,
            String purpose,
            Fen amount,
            PaymentRequests.@Nullable Reach reach,
            LocalDate day) {
        PaymentRequests requests = scene.face(PaymentRequests.class);
        long id = Scene.done(requests.raise(
                office,
                new PaymentRequests.Told(line.id(), "", purpose, false, reach),
                new PaymentRequests.Payee(name, "演示农村商业银行", SyntheticNumbers.bankCard((int) line.id()), amount),
                day));
        bank(id, -1, day);
    }

    /** Pays persons, each an amount of his own; the one at a place of the list is returned by the bank, none when it is negative. */
    void persons(
            BudgetLine line,
            String purpose,
            List<PersonSummary> persons,
            ToLongFunction<Integer> fen,
            int returned,
            LocalDate day) {
        PaymentRequests requests = scene.face(PaymentRequests.class);
        List<PaymentRequests.ToPerson> list = new ArrayList<>();
        for (PersonSummary person : persons) {
            list.add(new PaymentRequests.ToPerson(
                    person.id(),
                    "演示农村商业银行",
                    SyntheticNumbers.bankCard((int) person.id()),
                    fen.applyAsLong(list.size())));
        }
        PaymentRequests.ListTaken taken = Scene.done(requests.raisePersons(
                office, new PaymentRequests.Told(line.id(), "", purpose, false, null), list, day));
        if (taken.request() == null) {
            throw new IllegalStateException(taken.faults().toString());
        }
        bank(taken.request(), returned, day);
    }

    private void bank(long request, int returned, LocalDate day) {
        PaymentRequests requests = scene.face(PaymentRequests.class);
        RequestPayments payments = scene.face(RequestPayments.class);
        Scene.done(requests.approve(finance, request, day.plusDays(1)));
        Scene.done(payments.send(finance, request, day.plusDays(1)));
        List<BankReplyFile.Line> reply = new ArrayList<>();
        for (FundPayment payment : requests.payments(finance, request, 0, MOST)) {
            boolean back = reply.size() == returned;
            reply.add(new BankReplyFile.Line(
                    payment.number() + 1,
                    payment.text(),
                    payment.amountFen(),
                    !back,
                    "YH" + payment.id(),
                    back ? "账号户名不符" : ""));
        }
        Scene.done(payments.receive(finance, request, reply, day.plusDays(2)));
    }

    /** Who holds a status in the division, or all persons when it is null, by village. */
    List<PersonSummary> who(@Nullable StatusKind status, LocalDate day) {
        return scene.face(ScopedWork.class)
                .read(
                        office,
                        () -> scene.face(People.class)
                                .list(new PersonQuery(
                                        office.scope().path(), status, 0, day, PersonQuery.Order.PLACE, 0, MOST)));
    }

    /** One person of each household. */
    static List<PersonSummary> heads(List<PersonSummary> persons) {
        Map<String, PersonSummary> heads = new LinkedHashMap<>();
        persons.forEach(person -> heads.putIfAbsent(person.householdNumber(), person));
        return List.copyOf(heads.values());
    }

    /** So much for each of so many that all of it is given, in whole yuan; the first get one yuan more. */
    static ToLongFunction<Integer> even(Fen sum, int count) {
        long yuan = sum.amount() / 100;
        return place -> 100 * (yuan / count + (place < yuan % count ? 1 : 0));
    }
}
