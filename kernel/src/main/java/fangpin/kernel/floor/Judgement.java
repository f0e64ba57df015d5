package fangpin.kernel.floor;

import fangpin.kernel.floor.FloorAnswer.Part;
import fangpin.kernel.money.Fraction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 判断 A floor held against what one pack publishes, under one set of readings.
 *
 * @param answers what the pack publishes for it, each judged; empty if it publishes nothing
 * @param shift the arithmetic of the waiver, where the floor was breached and the figures for it are published
 */
public record Judgement(
        Verdict verdict, List<Judged> answers, @Nullable Shift shift) {
    public Judgement {
        answers = List.copyOf(answers);
    }

    /**
     * One answer, judged.
     *
     * @param missed the values that do not meet the floor
     */
    public record Judged(FloorAnswer answer, Verdict verdict, List<Part> missed) {
        public Judged {
            missed = List.copyOf(missed);
        }
    }

    /**
     * What is published over several floors, and what they ask, in the waiver's order.
     *
     * @param published fen
     * @param asked fen
     */
    public record Shift(List<Fraction> published, List<Fraction> asked) {
        public Shift {
            published = List.copyOf(published);
            asked = List.copyOf(asked);
        }

        public Fraction publishedSum() {
            return sum(published);
        }

        public Fraction askedSum() {
            return sum(asked);
        }

        /** True if what is published reaches what is asked. */
        public boolean suffices() {
            return publishedSum().compareTo(askedSum()) >= 0;
        }

        private static Fraction sum(List<Fraction> parts) {
            return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        }
    }
}
