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
                wanted.add(new PaymentRows.Wanted(
                        payee.path(),
                        payee.personId(),
                        payee.householdId(),
                        payee.name(),
                        row.bank(),
                        row.account().isEmpty() ? payee.bankCard() : row.account(),
                        row.amountFen()));
            }
        }
        return new Checked(wanted, faults);
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
        if (payee.diedOn() != null) {
            return Optional.of(ListFault.Kind.DIED);
        }
        String account = row.account().isEmpty() ? payee.bankCard() : row.account();
        if (!account.matches(ACCOUNT)) {
            return Optional.of(account.isEmpty() ? ListFault.Kind.NO_ACCOUNT : ListFault.Kind.BAD_ACCOUNT);
        }
        if (row.amountFen() <= 0) {
            return Optional.of(ListFault.Kind.BAD_AMOUNT);
        }
        if (!seen.add(payee.personId())) {
            return Optional.of(ListFault.Kind.REPEATED);
        }
        return paid.contains(payee.personId()) ? Optional.of(ListFault.Kind.PAID_BEFORE) : Optional.empty();
    }
}
