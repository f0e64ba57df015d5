package fangpin.kernel.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.floor.FloorAnswer.Bound;
import fangpin.kernel.floor.FloorAnswer.Content;
import fangpin.kernel.floor.FloorAnswer.Part;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.CountedFor;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Floor.Demand;
import fangpin.kernel.policy.Floor.Group;
import fangpin.kernel.policy.Floor.Hardness;
import fangpin.kernel.policy.Floor.Scope;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.kernel.policy.Published;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SD §4.1, SD §4.2 and SD §5 in small figures. */
class FloorJudgeTest {
    private static final ClauseId CLAUSE = new ClauseId("SD §4.1");

    /** Amounts such as {@code 2 3}, a fraction as {@code 7/2}; what a hard floor says of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            demand     | scope   | bound    | published | verdict        | missed
            at-least 3 | EVERY   | EXACT    | 3         | PASS           |
            at-least 3 | EVERY   | EXACT    | 5/2       | BREACH         | 5/2
            at-least 3 | EVERY   | EXACT    | 5 3 2 1   | BREACH         | 2 1
            at-least 3 | HIGHEST | EXACT    | 1 2 5     | PASS           |
            at-least 3 | HIGHEST | EXACT    | 1 2 0     | BREACH         | 2
            at-least 3 | EVERY   | AT_LEAST | 3         | PASS           |
            at-least 3 | EVERY   | ABOVE    | 2         | BREACH         | 2
            at-most 3  | EVERY   | EXACT    | 3         | PASS           |
            at-most 3  | EVERY   | EXACT    | 7/2       | BREACH         | 7/2
            at-most 3  | EVERY   | AT_LEAST | 4         | BREACH         | 4
            at-most 3  | EVERY   | AT_LEAST | 3         | NOT_COMPARABLE |
            at-most 3  | EVERY   | ABOVE    | 3         | BREACH         | 3
            at-most 3  | EVERY   | ABOVE    | 2         | NOT_COMPARABLE |
            about 3    | EVERY   | EXACT    | 3         | PASS           |
            about 3    | EVERY   | EXACT    | 7/2       | BREACH         | 7/2
            about 3    | EVERY   | ABOVE    | 3         | BREACH         | 3
            about 3    | EVERY   | AT_LEAST | 3         | BREACH         | 3
            none-of 0  | EVERY   | EXACT    | 1 2       | PASS           |
            none-of 0  | EVERY   | EXACT    | 1 0       | BREACH         | 0
            none-of 0  | EVERY   | ABOVE    | 0         | PASS           |
            none-of 0  | EVERY   | AT_LEAST | 0         | NOT_COMPARABLE |
            none-of 3  | EVERY   | ABOVE    | 2         | NOT_COMPARABLE |
            none-of 3  | EVERY   | AT_LEAST | 4         | PASS           |
            """)
    void amounts(String demand, Scope scope, Bound bound, String published, Verdict verdict, @Nullable String missed) {
        FloorAnswer answer = answer(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.PERSON, bound, published);
        Judgement hard = judge(floor("f", demand(demand), scope, Hardness.HARD), answer);
        assertEquals(verdict, hard.verdict());
        assertEquals(
                parts(missed == null ? "" : missed).stream().map(Part::amount).toList(),
                hard.answers().getFirst().missed().stream().map(Part::amount).toList());
        Judgement soft = judge(floor("f", demand(demand), scope, Hardness.SOFT), answer);
        assertEquals(verdict == Verdict.BREACH ? Verdict.SOFT_DEVIATION : verdict, soft.verdict());
    }

    @Test
    void whatIsCountedForAnotherThingCannotBeCompared() {
        FloorAnswer household = answer(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.HOUSEHOLD_YEAR, Bound.EXACT, "1");
        Judgement judgement = judge(floor("f", demand("at-least 3"), Scope.EVERY, Hardness.HARD), household);
        assertEquals(Verdict.NOT_COMPARABLE, judgement.verdict());
        assertEquals(List.of(), judgement.answers().getFirst().missed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            old young | old young     | PASS
            old young | young old ill | PASS
            old young | old           | BREACH
            old young | old ill       | BREACH
            old young | ill           | NOT_COMPARABLE
            old young | -             | BREACH
            """)
    void groups(String asked, @Nullable String published, Verdict verdict) {
        Floor floor = new Floor(
                "g",
                FloorQuantity.INSURED_GROUPS,
                new Demand.Includes(groups(asked)),
                Scope.EVERY,
                null,
                List.of(CLAUSE),
                Hardness.HARD,
                null,
                List.of());
        assertEquals(
                verdict,
                judge(floor, answer(new Content.Groups(groups(published)))).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2020-12-31, PASS",
        "2019-12-31, 2021-01-01, PASS",
        "2020-01-02, 2020-12-31, BREACH",
        "2020-01-01, 2020-12-30, BREACH",
        "2019-01-01, 2019-12-31, BREACH"
    })
    void days(LocalDate from, LocalDate last, Verdict verdict) {
        Period year = Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));
        Floor floor = new Floor(
                "p",
                FloorQuantity.INSURED_GROUPS,
                new Demand.Spans(year),
                Scope.EVERY,
                null,
                List.of(CLAUSE),
                Hardness.HARD,
                null,
                List.of());
        assertEquals(
                verdict,
                judge(floor, answer(new Content.Days(Period.ofInclusive(from, last))))
                        .verdict());
    }

    /** Of several answers the gravest is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -              | UNDEFINED
            5              | PASS
            nothing        | UNDEFINED
            5, nothing     | UNDEFINED
            5, other       | NOT_COMPARABLE
            nothing, other | NOT_COMPARABLE
            5, 1, other    | BREACH
            5, several     | NOT_COMPARABLE
            """)
    void severalAnswers(@Nullable String published, Verdict verdict) {
        FloorAnswer[] answers = Stream.of((published == null ? "" : published).split(", "))
                .filter(one -> !one.isEmpty())
                .map(one -> switch (one) {
                    case "nothing" -> of(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.PERSON, new Content.Nothing());
                    case "several" -> of(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.PERSON, new Content.Several());
                    case "other" -> answer(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.BILL, Bound.EXACT, "5");
                    default -> answer(FloorQuantity.MEDICAL_YEARLY_CAP, CountedFor.PERSON, Bound.EXACT, one);
                })
                .toArray(FloorAnswer[]::new);
        Judgement judgement = judge(floor("f", demand("at-least 3"), Scope.EVERY, Hardness.HARD), answers);
        assertEquals(verdict, judgement.verdict());
        assertEquals(answers.length, judgement.answers().size());
    }

    @Test
    void answersToOtherQuantitiesSayNothing() {
        FloorAnswer other = answer(FloorQuantity.ACCIDENT_PREMIUM, CountedFor.PERSON, Bound.EXACT, "5");
        assertEquals(
                Verdict.UNDEFINED,
                judge(floor("f", demand("at-least 3"), Scope.EVERY, Hardness.HARD), other)
                        .verdict());
        assertEquals(
                Verdict.PASS, judge(presence(), answer(new Content.Present())).verdict());
    }

    /** SD §5: the floors ask 110 and 10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            medical   | accident | verdict            | sum
            450       | 8        | BREACH_WITH_WAIVER | 458
            112       | 8        | BREACH_WITH_WAIVER | 120
            223/2     | 17/2     | BREACH_WITH_WAIVER | 120
            111       | 8        | BREACH             | 119
            450 111   | 8        | BREACH             | 119
            -         | 8        | BREACH             | -
            450       | 10       | PASS               | -
            """)
    void premiumsMayBeShifted(@Nullable String medical, String accident, Verdict verdict, @Nullable String sum) {
        Floor.Waiver waiver = new Floor.Waiver(List.of("medical", "accident"), new ClauseId("SD §5"));
        Floor medicalFloor = premium("medical", FloorQuantity.MEDICAL_PREMIUM, "110", waiver);
        Floor accidentFloor = premium("accident", FloorQuantity.ACCIDENT_PREMIUM, "10", waiver);
        Floor between = premium("between", FloorQuantity.ACCIDENT_DEATH_BENEFIT, "1000", waiver);
        List<FloorAnswer> answers = Stream.of(
                        medical == null
                                ? of(FloorQuantity.MEDICAL_PREMIUM, CountedFor.PERSON, new Content.Nothing())
                                : answer(FloorQuantity.MEDICAL_PREMIUM, CountedFor.PERSON, Bound.EXACT, medical),
                        answer(FloorQuantity.MEDICAL_PREMIUM, CountedFor.HOUSEHOLD_YEAR, Bound.EXACT, "1"),
                        answer(FloorQuantity.ACCIDENT_PREMIUM, CountedFor.PERSON, Bound.EXACT, accident))
                .toList();
        Judgement judgement =
                new FloorJudge(List.of(medicalFloor, between, accidentFloor), answers).judge(accidentFloor);
        assertEquals(verdict, judgement.verdict());
        Judgement.Shift shift = judgement.shift();
        if (sum == null) {
            assertNull(shift);
        } else {
            assertEquals(fraction(sum), shift == null ? null : shift.publishedSum());
            assertEquals(fraction("120"), shift == null ? null : shift.askedSum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVerdictIsDefiniteOrNot(Verdict verdict) {
        assertEquals(
                List.of(Verdict.PASS, Verdict.BREACH, Verdict.BREACH_WITH_WAIVER, Verdict.SOFT_DEVIATION)
                        .contains(verdict),
                verdict.definite());
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private static Judgement judge(Floor floor, FloorAnswer... answers) {
        return new FloorJudge(List.of(floor), List.of(answers)).judge(floor);
    }

    private static Floor floor(String id, Demand demand, Scope scope, Hardness hardness) {
        return new Floor(
                id,
                FloorQuantity.MEDICAL_YEARLY_CAP,
                demand,
                scope,
                CountedFor.PERSON,
                List.of(CLAUSE),
                hardness,
                null,
                List.of());
    }

    private static Floor premium(String id, FloorQuantity quantity, String least, Floor.Waiver waiver) {
        return new Floor(
                id,
                quantity,
                new Demand.AtLeast(fraction(least)),
                Scope.EVERY,
                CountedFor.PERSON,
                List.of(CLAUSE),
                Hardness.HARD,
                waiver,
                List.of());
    }

    private static Floor presence() {
        return new Floor(
                "there",
                FloorQuantity.INSURED_GROUPS,
                new Demand.Exists(),
                Scope.EVERY,
                null,
                List.of(CLAUSE),
                Hardness.HARD,
                null,
                List.of());
    }

    private static Demand demand(String words) {
        Fraction value = fraction(words.substring(words.indexOf(' ') + 1));
        return switch (words.substring(0, words.indexOf(' '))) {
            case "at-least" -> new Demand.AtLeast(value);
            case "at-most" -> new Demand.AtMost(value);
            case "about" -> new Demand.About(value);
            default -> new Demand.NoneOf(List.of(value));
        };
    }

    private static FloorAnswer answer(FloorQuantity quantity, CountedFor per, Bound bound, String amounts) {
        return of(quantity, per, new Content.Amounts(parts(amounts), bound));
    }

    private static FloorAnswer answer(Content content) {
        return of(FloorQuantity.INSURED_GROUPS, null, content);
    }

    private static FloorAnswer of(FloorQuantity quantity, @Nullable CountedFor per, Content content) {
        return new FloorAnswer(
                new Published(quantity, per, new Published.Source.Stated(CLAUSE), List.of()), List.of(CLAUSE), content);
    }

    private static List<Part> parts(String amounts) {
        return Arrays.stream(amounts.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> new Part(one, fraction(one)))
                .toList();
    }

    private static Fraction fraction(String words) {
        String[] parts = words.strip().split("/", -1);
        return new Fraction(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }

    private static List<Group> groups(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(" "))
                        .map(word -> new Group(word, new Text(word, word)))
                        .toList();
    }
}
