package fangpin.office.web.accounts;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 可选辖区: one's own division and those below it, as a form offers them. */
@Component
public final class Places {
    private static final int MOST = 1_500;

    /** A division to choose. */
    public record Choice(String path, String name) {}

    private final Divisions divisions;
    private final ScopedWork work;

    Places(Divisions divisions, ScopedWork work) {
        this.divisions = divisions;
        this.work = work;
    }

    /** Own, then two levels below, in the order of codes. */
    List<Choice> below(Actor actor) {
        return work.read(actor, () -> {
            List<Choice> choices = new ArrayList<>();
            choices.add(new Choice(actor.scope().path(), actor.place()));
            for (Division division : divisions.below(actor.scope().path())) {
                choices.add(new Choice(division.path(), "　" + division.nameChinese()));
                for (Division lower : choices.size() < MOST ? divisions.below(division.path()) : List.<Division>of()) {
                    choices.add(new Choice(lower.path(), "　　" + lower.nameChinese()));
                }
            }
            return choices;
        });
    }

    /** How pages head the division: 威海市 · 荣成市. */
    Optional<String> name(Actor actor, String path) {
        if (path.equals(actor.scope().path())) {
            return Optional.of(actor.place());
        }
        return work.read(actor, () -> {
            List<Division> chain = divisions.chain(path);
            if (chain.isEmpty() || !chain.getLast().path().equals(path)) {
                return Optional.empty();
            }
            return Optional.of(chain.stream()
                    .skip(chain.size() > 1 ? 1 : 0)
                    .map(Division::nameChinese)
                    .collect(Collectors.joining(" · ")));
        });
    }
}
