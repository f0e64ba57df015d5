package fangpin.packs.load;

import fangpin.packs.yaml.Problem;
import java.util.HashSet;
import java.util.Set;

/** The names of things of one kind: each may be used once. Mutable. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    /** Reads a name, and says so if another thing bears it. */
    String take(Cursor name) {
        String word = name.word();
        // a name that could not be read has been said already
        if (!word.isEmpty() && !taken.add(word)) {
            said(word, name);
        }
        return word;
    }

    static void said(String name, Cursor at) {
        at.context()
                .problem(
                        at.place(),
                        Problem.Reason.DUPLICATE_KEY,
                        name,
                        "“" + name + "”已经有了；每个名称只能用一次。",
                        "\"" + name + "\" is taken; each name may be used once.");
    }
}
