package fangpin.office.fund.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.fund.Payee;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 认定的收款人: whom the room that owes told of, held against whom an order pays: who approves must see what was typed over. */
@Component
public final class ToldPayees {
    private final OrderRows rows;

    ToldPayees(OrderRows rows) {
        this.rows = rows;
    }

    /**
     * Whom the room told of, where another is paid, at another account or more than his part; empty where it is one of them. Accounts are masked;
     * one that nobody told is that of the last order that was approved.
     */
    public String otherThan(Payee paid, String subject, List<Payee> told) {
        List<Payee> known = told.stream()
                .map(one -> one.account().isEmpty() ? rows.paidLast(subject, one) : one)
                .toList();
        return known.stream().anyMatch(one -> isOne(one, paid))
                ? ""
                : known.stream().map(ToldPayees::words).collect(Collectors.joining("、"));
    }

    /** Where no account is known yet, the name decides. */
    private static boolean isOne(Payee told, Payee paid) {
        return told.name().strip().equals(paid.name().strip())
                && (told.account().isEmpty() || told.account().equals(paid.account()))
                && paid.amount().compareTo(told.amount()) <= 0;
    }

    private static String words(Payee told) {
        String account = told.account().isEmpty() ? "" : Mask.of(FieldKind.BANK_CARD, told.account());
        return Stream.of(told.name(), told.bank(), account, told.amount().yuan())
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }
}
