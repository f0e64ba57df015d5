package fangpin.office.appropriation;

import java.time.LocalDate;

/** 到账: money of a document that arrived at the bank. */
public record FundReceipt(
        long id, long documentId, long amountFen, LocalDate receivedOn, String bankReference, long enteredBy) {}
