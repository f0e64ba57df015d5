package fangpin.kernel.ledger;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 记账凭证 A movement of money between accounts. It sums to zero or does not exist; once it exists it is never changed.
 *
 * @param postings two or more
 * @param reverses id of the entry that this one takes back, or null
 */
public record JournalEntry(
        String id,
        LocalDate day,
        Text reason,
        List<Posting> postings,
        @Nullable String reverses) implements Drafted {

    public JournalEntry {
        postings = List.copyOf(postings);
        Optional<Drafted.Refused> fault = fault(postings);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get().message().en());
        }
    }

    /**
     * An entry from postings that may not balance.
     *
     * @return the entry, or why there is none
     */
    public static Drafted draft(String id, LocalDate day, Text reason, List<Posting> postings) {
        Optional<Drafted.Refused> fault = fault(postings);
        return fault.isPresent() ? fault.get() : new JournalEntry(id, day, reason, postings, null);
    }

    /** 冲正 The entry that takes this one back, fen for fen. */
    public JournalEntry reversal(String reversalId, LocalDate reversalDay, Text why) {
        List<Posting> opposite = postings.stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negated()))
                .toList();
        return new JournalEntry(reversalId, reversalDay, why, opposite, id);
    }

    private static Optional<Drafted.Refused> fault(List<Posting> postings) {
        if (postings.size() < 2) {
            return Optional.of(new Drafted.Refused(
                    Drafted.Reason.TOO_FEW_POSTINGS,
                    new Text(
                            "凭证只有 " + postings.size() + " 条分录；至少要有两条，一借一贷。",
                            "The entry has " + postings.size()
                                    + " postings; at least two are needed, one debit and one credit.")));
        }
        Fen sum = postings.stream().map(Posting::amount).reduce(Fen.ZERO, Fen::plus);
        if (!sum.equals(Fen.ZERO)) {
            return Optional.of(new Drafted.Refused(
                    Drafted.Reason.UNBALANCED,
                    new Text(
                            "借贷不平，相差 " + sum.readable() + " 元；各条分录合计必须为 0。",
                            "Debits and credits differ by " + sum.readable() + " yuan; the postings must sum to 0.")));
        }
        return Optional.empty();
    }
}
