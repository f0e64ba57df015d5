package fangpin.packs.load;

import fangpin.packs.yaml.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Places where a mapping must say exactly one of several things. */
final class OneOf {
    private OneOf() {}

    /** A key as packs write it. */
    static String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The one choice whose key stands there; empty if none or two do, which has been said. */
    static <E extends Enum<E>> Optional<E> choice(Cursor cursor, E[] choices) {
        List<String> accepted = Stream.of(choices).map(OneOf::key).toList();
        List<String> found = accepted.stream().filter(cursor::has).toList();
        if (found.size() > 1) {
            cursor.context()
                    .problem(
                            cursor.keyPlace(found.get(1)),
                            Problem.Reason.OVERLAP,
                            found.get(1),
                            "已写“" + found.getFirst() + "”，不能再写“" + found.get(1) + "”；只能写其中一项。",
                            "\"" + found.getFirst() + "\" stands here already, so \"" + found.get(1)
                                    + "\" cannot; one of them may.");
            return Optional.empty();
        }
        // what an open term leaves out says nothing, and a key misspelt is an unknown key
        if (found.isEmpty() && !cursor.absent() && !cursor.hasUnknownKeys()) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.MISSING_KEY,
                            "",
                            "这里要写其中一项：" + String.join("、", accepted) + "。",
                            "One of these must stand here: " + String.join(", ", accepted) + ".");
        }
        return Stream.of(choices).filter(choice -> found.contains(key(choice))).findFirst();
    }
}
