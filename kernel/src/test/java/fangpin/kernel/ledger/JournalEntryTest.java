package fangpin.kernel.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {
    private static final LocalDate DAY = LocalDate.parse("2020-03-20");
    private static final Text WHY = new Text("保费", "Premium");

    @ParameterizedTest
    @ValueSource(
            strings = {"1 -1", "45000 -45000", "30 70 -100", "-5 -5 4 6", "9223372036854775807 -9223372036854775807"})
    void balances(String amounts) {
        JournalEntry entry = assertInstanceOf(JournalEntry.class, draft(amounts));
        assertEquals(postings(amounts), entry.postings());
        assertEquals(DAY, entry.day());
        assertNull(entry.reverses());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            amounts | reason            | English
            ''      | TOO_FEW_POSTINGS  | The entry has 0 postings; at least two are needed, one debit and one credit.
            5       | TOO_FEW_POSTINGS  | The entry has 1 postings; at least two are needed, one debit and one credit.
            1 1     | UNBALANCED        | Debits and credits differ by 0.02 yuan; the postings must sum to 0.
            100 -99 | UNBALANCED        | Debits and credits differ by 0.01 yuan; the postings must sum to 0.
            1 -100000002 1 | UNBALANCED | Debits and credits differ by -1,000,000.00 yuan; the postings must sum to 0.
            """)
    void isRefused(String amounts, Drafted.Reason reason, String english) {
        Drafted.Refused refused = assertInstanceOf(Drafted.Refused.class, draft(amounts));
        assertEquals(reason, refused.reason());
        assertEquals(english, refused.message().en());
        List<Posting> postings = postings(amounts);
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new JournalEntry("1", DAY, WHY, postings, null));
        assertEquals(english, thrown.getMessage());
    }

    @Test
    void speaksChineseToo() {
        assertEquals(
                "凭证只有 1 条分录；至少要有两条，一借一贷。",
                assertInstanceOf(Drafted.Refused.class, draft("5")).message().zh());
        assertEquals(
                "借贷不平，相差 0.01 元；各条分录合计必须为 0。",
                assertInstanceOf(Drafted.Refused.class, draft("100 -99"))
                        .message()
                        .zh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 -1", "30 70 -100", "-5 -5 4 6"})
    void sumsToZeroWithItsReversal(String amounts) {
        JournalEntry entry = assertInstanceOf(JournalEntry.class, draft(amounts));
        JournalEntry reversal = entry.reversal("2", DAY.plusDays(1), new Text("冲正", "Reversal"));
        assertEquals("1", reversal.reverses());
        assertEquals("2", reversal.id());
        assertEquals(DAY.plusDays(1), reversal.day());
        assertEquals("冲正", reversal.reason().zh());
        Map<Account, Fen> balances = new TreeMap<>((a, b) -> a.id().compareTo(b.id()));
        Stream.concat(entry.postings().stream(), reversal.postings().stream())
                .forEach(posting -> balances.merge(posting.account(), posting.amount(), Fen::plus));
        balances.forEach((account, balance) -> assertEquals(Fen.ZERO, balance, account.id()));
        assertEquals(entry.postings().size(), balances.size());
    }

    @Test
    void takesNoPostingOfNothing() {
        Account account = new Account("special", Account.Side.DEBIT);
        assertThrows(IllegalArgumentException.class, () -> new Posting(account, Fen.ZERO));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<Posting> postings = new ArrayList<>(postings("1 -1"));
        JournalEntry entry = new JournalEntry("1", DAY, WHY, postings, null);
        postings.clear();
        assertEquals(2, entry.postings().size());
    }

    @Test
    void failsRatherThanWraps() {
        String wraps = Long.MIN_VALUE + " " + Long.MIN_VALUE;
        assertThrows(ArithmeticException.class, () -> draft(wraps));
    }

    private static Drafted draft(String amounts) {
        return JournalEntry.draft("1", DAY, WHY, postings(amounts));
    }

    private static List<Posting> postings(String amounts) {
        List<Posting> postings = new ArrayList<>();
        for (String amount : amounts.isEmpty() ? new String[0] : amounts.split(" ")) {
            Account account = new Account("account-" + postings.size(), Account.Side.DEBIT);
            postings.add(new Posting(account, new Fen(Long.parseLong(amount))));
        }
        return postings;
    }
}
