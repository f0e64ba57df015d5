package fangpin.packs.load;

import fangpin.packs.yaml.Problem;
import java.util.HashSet;
import java.util.Set;

/** Names of one kind, each used once. Mutable. */
final class UniqueNames {
    private final Set<String> names = new HashSet<>();

    /** Takes a name; says so if it is taken. A name that could not be read has been said already. */
    void add(String name, Cursor at) {
        if (!name.isEmpty() && !names.add(name)) {
            at.context()
                    .problem(
                            at.place(),
                            Problem.Reason.DUPLICATE_KEY,
                            name,
                            "“" + name + "”已经有了；每个名称只能用一次。",
                            "\"" + name + "\" is taken; each name may be used once.");
        }
    }
}
