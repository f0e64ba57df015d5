package fangpin.packs.cases;

import fangpin.kernel.money.Fen;
import fangpin.packs.yaml.Place;

/** One cell after the {@code =} of a case: what must come out. */
public sealed interface Expectation {
    Place place();

    /** The column's name, as the case writes it. */
    String column();

    /** An amount to the fen. */
    record Amount(Place place, String column, Fen fen) implements Expectation {}

    /** A class by its word. */
    record InClass(Place place, String column, String word) implements Expectation {}

    /** A step one of whose bounds decided the result. */
    record Binding(Place place, String column, String step) implements Expectation {}

    /** A refusal and its reason. */
    record Refused(Place place, String column, Refusal refusal) implements Expectation {}

    /** The expected value as a case writes it. */
    default String text() {
        return switch (this) {
            case Amount amount -> amount.fen().yuan();
            case InClass inClass -> inClass.word();
            case Binding binding -> binding.step();
            case Refused refused -> refused.refusal().word();
        };
    }
}
