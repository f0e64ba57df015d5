package fangpin.office.web.accounts;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 可选辖区: one's own division, those below it and their hospitals, as a form offers them. */
@Component
public final class Places {
    private static final int MOST = 1_500;

    /** A division to choose. */
    public record Choice(String path, String name) {}

    private final Divisions divisions;
    private final ScopedWork work;
    private final Hospitals hospitals;

    Places(Divisions divisions, ScopedWork work, Hospitals hospitals) {
        this.hospitals = hospitals;
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
            for (Hospital hospital : hospitals.of(actor)) {
                choices.add(new Choice(hospital.path(), "　" + hospital.nameChinese()));
            }
            return choices;
        });
    }

    /** How pages head the division: 威海市 · 荣成市. */
    Optional<String> name(Actor actor, String path) {
        if (path.equals(actor.scope().path())) {
            return Optional.of(actor.place());
        }
        Optional<String> hospital = hospitals.of(actor).stream()
                .filter(one -> one.path().equals(path))
                .map(Hospital::nameChinese)
                .findFirst();
        if (hospital.isPresent()) {
            return hospital;
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
