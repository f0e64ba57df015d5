package fangpin.office.fund;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.enrolment.Insurers;
import fangpin.office.enrolment.ListReplies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A county with one insured person, its insurer's two desks and its finance, for tests of money. */
public final class Treasury {
    /** The day all of it plays on. */
    public static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    static final String PRODUCT = "accident";

    public final InsuredCounty county;
    public final InsuredCounty.Made insured;
    public final Actor maker;
    public final Actor checker;
    final Actor finance;
    public final long contract;
    final Cover cover;
    private final RunningOffice office;
    private final String product;
    private int transfers;

    /** A county by its code, which no other test uses. */
    public Treasury(RunningOffice office, String code) {
        this(office, code, PRODUCT);
    }

    /** The same for another product. */
    public Treasury(RunningOffice office, String code, String product) {
        this.office = office;
        this.product = product;
        county = new InsuredCounty(office, code);
        insured = county.person(county.upperVillage, "王某");
        county.status(insured.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        contract = county.contract("资-" + code, product);
        maker = county.account("insurer-" + code, code, Role.INSURER);
        checker = county.account("insurer-" + code + "-2", code, Role.INSURER);
        finance = county.account("finance-" + code, code, Role.FINANCE);
        Insurers insurers = office.part(Insurers.class);
        long insurer = insurers.all(county.clerk).stream()
                .filter(one -> one.path().equals(county.path))
                .findFirst()
                .orElseThrow()
                .id();
        done(insurers.addLogin(county.second, insurer, "insurer-" + code));
        done(insurers.addLogin(county.second, insurer, "insurer-" + code + "-2"));
        enrol();
        cover = office.part(Covers.class).of(county.clerk, insured.id()).getFirst();
    }

    private void enrol() {
        Enrolments lists = office.part(Enrolments.class);
        LocalDate day = LocalDate.of(2020, 1, 6);
        long list = done(lists.draft(county.clerk, contract, county.path, InsuredCounty.FIRST_DAY, day));
        done(lists.check(county.clerk, list, 0, day));
        done(lists.approve(county.second, list, 1, day));
        done(lists.send(county.clerk, list, 2, day));
        Path reply = file("身份证号,保单号\n" + insured.idNumber() + ",P-1\n");
        done(lists.receive(county.clerk, list, 3, new ListReplies.Reply("", reply), day));
        done(lists.putInForce(county.clerk, list, 4, day));
    }

    static Path file(String text) {
        try {
            return Files.writeString(TestDatabase.folder("money").resolve("table.csv"), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A contract of the year after with the same insurer's product. */
    long nextContract() {
        return county.contract("续-" + contract, InsuredCounty.END, InsuredCounty.END.plusYears(1), product);
    }

    /** Finance paid so much premium, and it came. */
    public void premium(long fen) {
        PremiumPayments premiums = office.part(PremiumPayments.class);
        long id = done(premiums.enter(finance, told(fen, "T-" + ++transfers), TODAY));
        done(premiums.confirm(maker, id, TODAY));
    }

    PremiumPayments.Told told(long fen, String reference) {
        return new PremiumPayments.Told(contract, product, county.path, "district", new Fen(fen), TODAY, reference);
    }

    /** The cover bears so much by a claim, or takes it back; the account of the debt. */
    long owe(String claim, long fen) {
        Benefit benefit = Benefit.of(cover, county.upperVillage);
        office.part(ScopedWork.class).write(county.clerk, () -> {
            office.part(Benefits.class)
                    .owe(
                            county.clerk,
                            new Creditor.OfClaim(claim, county.upperVillage),
                            benefit,
                            new Fen(fen),
                            claim,
                            TODAY);
            return true;
        });
        return office.part(PaymentOrders.class).owing(maker).stream()
                .filter(one -> one.subject().equals(claim))
                .map(Owing::accountId)
                .findFirst()
                .orElse(0L);
    }

    static Payee payee(long fen) {
        return new Payee("王某", "农商银行", "6222020000000000008", new Fen(fen));
    }

    /** What stands on all accounts of a kind, debit as plus. */
    long balance(AccountKind kind) {
        return totals().stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(Books.Total::balanceFen)
                .sum();
    }

    List<Books.Total> totals() {
        return office.part(Books.class).totals(county.clerk);
    }

    /** The bank's reply to a file: each order with a word for its result. */
    BankReply reply(long file, String word, List<PaymentOrder> orders) {
        StringBuilder table = new StringBuilder("付款单号,金额,结果,失败原因,流水号\n");
        for (PaymentOrder order : orders) {
            table.append(PaymentNumber.text(order.id()))
                    .append(',')
                    .append(new Fen(order.amountFen()).yuan())
                    .append(',')
                    .append(word)
                    .append(",账号不符,L")
                    .append(order.id())
                    .append('\n');
        }
        return done(office.part(PaymentFiles.class).receive(maker, file, file(table.toString()), TODAY));
    }
}
