package fangpin.office.web.fund;

import fangpin.office.fund.PaymentNumber;
import fangpin.office.web.Page;

/** 事由: how the row that an entry or a payment is for is called on a page, and where it is shown. */
public final class Subjects {
    private Subjects() {}

    /** Words for {@code bill/12}. */
    public static String words(Page page, String subject) {
        String kind = kind(subject);
        String number = subject.substring(kind.length() + 1);
        String shown = kind.equals("order") ? PaymentNumber.text(Long.parseLong(number)) : number;
        return page.say("fund.subject." + kind, shown);
    }

    /** Its page; empty when it has none of its own. */
    public static String address(String subject) {
        String number = subject.substring(kind(subject).length() + 1);
        return switch (kind(subject)) {
            case "bill" -> "/settlements/" + number;
            case "order" -> "/payments/" + number;
            case "premium" -> "/premium-payments";
            case "cost", "close" -> "/corridor";
            case "claim" -> "/claims/" + number;
            case "reimbursement" -> "/reimbursements/" + number;
            case String other -> "";
        };
    }

    private static String kind(String subject) {
        return subject.substring(0, subject.indexOf('/'));
    }
}
