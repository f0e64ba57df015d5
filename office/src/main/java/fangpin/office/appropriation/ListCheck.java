package fangpin.office.appropriation;

import fangpin.office.appropriation.internal.PaymentRows;
import fangpin.office.register.PayeesOfRegister;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 名单核对: every row of a list against the register and against what was paid before; each row's first fault is told. */
@Component
final class ListCheck {
    private static final String ID_NUMBER = "[0-9]{17}[0-9X]";
    private static final String ACCOUNT = "[0-9]{8,32}";

    private final PayeesOfRegister register;
    private final PaymentRows payments;

    ListCheck(PayeesOfRegister register, PaymentRows payments) {
        this.register = register;
        this.payments = payments;
    }

    /** What is to be paid, and what is wrong. */
    record Checked(List<PaymentRows.Wanted> wanted, List<ListFault> faults) {}

    /** Checks within the caller's transaction. */
    Checked check(BudgetLine line, String purpose, List<PaymentList.Row> rows) {
        boolean cards = rows.stream().anyMatch(row -> row.account().isEmpty());
        Map<String, PayeesOfRegister.Payee> known = register.of(
                rows.stream()
                        .map(PaymentList.Row::idNumber)
                        .filter(one -> one.matches(ID_NUMBER))
                        .toList(),
                cards);
        Set<Long> paid = payments.paidBefore(
                line.id(),
                purpose.strip(),
                known.values().stream().map(PayeesOfRegister.Payee::personId).toArray(Long[]::new));
        Set<Long> seen = new HashSet<>();
        List<PaymentRows.Wanted> wanted = new ArrayList<>();
        List<ListFault> faults = new ArrayList<>();
        for (PaymentList.Row row : rows) {
            PayeesOfRegister.Payee payee = known.get(row.idNumber());
            Optional<ListFault.Kind> fault = fault(line, row, payee, paid, seen);
            if (fault.isPresent() || payee == null) {
                faults.add(new ListFault(row.row(), fault.orElse(ListFault.Kind.NOT_REGISTERED)));
            } else {
                wanted.add(wanted(payee, row.bank(), account(row.account(), payee), row.amountFen()));
            }
        }
        return new Checked(wanted, faults);
    }

    /** The same for persons by their numbers in the register; a row's number is its place. */
    Checked checkPersons(BudgetLine line, String purpose, List<PaymentRequests.ToPerson> persons) {
        boolean cards = persons.stream().anyMatch(one -> one.account().isEmpty());
        Map<Long, PayeesOfRegister.Payee> known = register.ofPersons(
                persons.stream().map(PaymentRequests.ToPerson::person).toList(), cards);
        Set<Long> paid =
                payments.paidBefore(line.id(), purpose.strip(), known.keySet().toArray(Long[]::new));
        Set<Long> seen = new HashSet<>();
        List<PaymentRows.Wanted> wanted = new ArrayList<>();
        List<ListFault> faults = new ArrayList<>();
        long number = 0;
        for (PaymentRequests.ToPerson one : persons) {
            number++;
            PayeesOfRegister.Payee payee = known.get(one.person());
            Optional<ListFault.Kind> fault = payee == null
                    ? Optional.of(ListFault.Kind.NOT_REGISTERED)
                    : paidFault(line, payee, account(one.account(), payee), one.amountFen(), paid, seen);
            if (fault.isPresent() || payee == null) {
                faults.add(new ListFault(number, fault.orElse(ListFault.Kind.NOT_REGISTERED)));
            } else {
                wanted.add(wanted(payee, one.bank(), account(one.account(), payee), one.amountFen()));
            }
        }
        return new Checked(wanted, faults);
    }

    private static String account(String written, PayeesOfRegister.Payee payee) {
        return written.isEmpty() ? payee.bankCard() : written;
    }

    private static PaymentRows.Wanted wanted(PayeesOfRegister.Payee payee, String bank, String account, long fen) {
        return new PaymentRows.Wanted(
                payee.path(), payee.personId(), payee.householdId(), payee.name(), bank, account, fen);
    }

    private static Optional<ListFault.Kind> fault(
            BudgetLine line,
            PaymentList.Row row,
            PayeesOfRegister.@Nullable Payee payee,
            Set<Long> paid,
            Set<Long> seen) {
        if (!row.idNumber().matches(ID_NUMBER)) {
            return Optional.of(ListFault.Kind.BAD_ID);
        }
        if (payee == null || !payee.path().startsWith(line.path())) {
            return Optional.of(ListFault.Kind.NOT_REGISTERED);
        }
        if (!payee.name().equals(row.name())) {
            return Optional.of(ListFault.Kind.OTHER_NAME);
        }
        return paidFault(line, payee, account(row.account(), payee), row.amountFen(), paid, seen);
    }

    private static Optional<ListFault.Kind> paidFault(
            BudgetLine line, PayeesOfRegister.Payee payee, String account, long fen, Set<Long> paid, Set<Long> seen) {
        if (!payee.path().startsWith(line.path())) {
            return Optional.of(ListFault.Kind.NOT_REGISTERED);
        }
        if (payee.diedOn() != null) {
            return Optional.of(ListFault.Kind.DIED);
        }
        if (!account.matches(ACCOUNT)) {
            return Optional.of(account.isEmpty() ? ListFault.Kind.NO_ACCOUNT : ListFault.Kind.BAD_ACCOUNT);
        }
        if (fen <= 0) {
            return Optional.of(ListFault.Kind.BAD_AMOUNT);
        }
        if (!seen.add(payee.personId())) {
            return Optional.of(ListFault.Kind.REPEATED);
        }
        return paid.contains(payee.personId()) ? Optional.of(ListFault.Kind.PAID_BEFORE) : Optional.empty();
    }
}
