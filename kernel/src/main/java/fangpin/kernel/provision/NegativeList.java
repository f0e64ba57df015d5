package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 负面清单 What special funds never pay for (WH6 §3.2). By category an expense is refused, and nobody may lift that; words in its
 * purpose only make it suspect, and a second person may clear it.
 */
public record NegativeList(String id, Text name, ClauseId clause, List<Item> items) implements Provision {
    /**
     * One kind of expense.
     *
     * @param category as an expense is booked
     * @param printed words of the clause that name it
     * @param alike further words that mean it, not the clause's
     * @param instead who pays it then, or null if the documents do not say
     */
    public record Item(
            String category,
            Text name,
            ClauseId clause,
            List<String> printed,
            List<String> alike,
            @Nullable Instead instead) {
        boolean means(String word) {
            return printed.contains(word) || alike.contains(word);
        }
    }

    /**
     * Who pays what special funds must not (WH6 §2.2 end).
     *
     * @param outsideAccount budget account that must not bear it, such as 21305
     */
    public record Instead(Text payer, int outsideAccount) {}

    /** What the list says of an expense. */
    public sealed interface Answer {}

    /** Never, by its category. */
    public record Refused(Item item) implements Answer {}

    /** Words of its purpose that are on the list; a second person may clear it. */
    public record Suspect(List<Match> matches) implements Answer {}

    /** Nothing on the list. */
    public record NotListed() implements Answer {}

    /** A word found, and the item it stands for. */
    public record Match(Item item, String word) {}

    /**
     * Judges an expense.
     *
     * @param category as booked; empty if none is known
     * @param purpose what it is for, in free words; spaces in it do not hide a word
     */
    public Answer judge(String category, String purpose) {
        for (Item item : items) {
            if (item.category.equals(category) || item.means(category)) {
                return new Refused(item);
            }
        }
        String words = purpose.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && !Character.isSpaceChar(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<Match> matches =
                items.stream().flatMap(item -> matches(item, words).stream()).toList();
        return matches.isEmpty() ? new NotListed() : new Suspect(matches);
    }

    private static List<Match> matches(Item item, String words) {
        return Stream.concat(item.printed.stream(), item.alike.stream())
                .filter(words::contains)
                .map(word -> new Match(item, word))
                .toList();
    }
}
