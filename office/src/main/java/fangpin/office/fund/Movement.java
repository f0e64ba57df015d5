package fangpin.office.fund;

import fangpin.kernel.Text;
import fangpin.kernel.ledger.JournalEntry;
import fangpin.kernel.ledger.Posting;
import fangpin.kernel.money.Fen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一笔记账: money that moves between accounts. Its lines sum to zero, or there is no movement: broken code throws here.
 *
 * @param path division whose matter it is
 * @param subject row it is for, such as {@code bill/12}
 * @param personId whose matter it is; null where it is nobody's
 * @param clause it rests on; empty where none is needed
 * @param reverses number of the entry that this one takes back as a whole; null where it takes none back
 */
public record Movement(
        String path,
        LocalDate day,
        EntryReason reason,
        String subject,
        @Nullable Long personId,
        String clause,
        List<Line> lines,
        @Nullable Long reverses) {
    public Movement {
        lines = List.copyOf(lines);
        // the kernel's entry refuses what does not balance
        new JournalEntry(
                subject,
                day,
                new Text(reason.word(), reason.word()),
                lines.stream()
                        .map(line -> new Posting(line.account().plain(), line.amount()))
                        .toList(),
                null);
    }

    /** A movement that takes no other back. */
    public Movement(
            String path,
            LocalDate day,
            EntryReason reason,
            String subject,
            @Nullable Long personId,
            String clause,
            List<Line> lines) {
        this(path, day, reason, subject, personId, clause, lines, null);
    }

    /**
     * 分录.
     *
     * @param amount debit as plus, credit as minus
     */
    public record Line(FundAccount account, Fen amount) {}
}
