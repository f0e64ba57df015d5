package fangpin.office.settlement;

import fangpin.office.access.Doer;

/** 送审账单: a bill that somebody may settle for a hospital, as {@link Settlements#offer} found. */
public record BillOffer(Doer by, Hospital hospital, BillMessage message) {
    /** A message's number, which its hospital chose. */
    public record MessageNumber(long hospital, String number) {}

    /** A bill's number in its hospital's books. */
    public record BillNumber(long hospital, String number) {}

    /** Under which its sender knows the message. */
    public MessageNumber messageNumber() {
        return new MessageNumber(hospital.id(), message.messageId());
    }

    /** Under which the hospital knows the bill. */
    public BillNumber billNumber() {
        return new BillNumber(hospital.id(), message.billNumber());
    }
}
