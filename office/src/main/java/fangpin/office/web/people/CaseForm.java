package fangpin.office.web.people;

import fangpin.office.register.Basis;
import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.StatusKind;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 申报表: as it was filled in, kept word for word to be shown again. Every field may be missing: a form is what somebody sent.
 *
 * @param person whose page it was begun from
 * @param persons the members it is about
 */
public record CaseForm(
        long person,
        Determination.@Nullable Kind kind,
        @Nullable List<Long> persons,
        @Nullable String status,
        @Nullable String reason,
        Determination.@Nullable FoundBy foundBy,
        @Nullable String effectiveOn,
        @Nullable String toPath,
        @Nullable String otherPerson,
        @Nullable Long spell,
        @Nullable String spellFrom,
        @Nullable String spellLast) {

    /** An empty form. */
    static CaseForm begun(long person, Determination.Kind kind, @Nullable Long spell, LocalDate today) {
        return new CaseForm(
                person,
                kind,
                List.of(person),
                StatusKind.INSTANT_HELP.id(),
                "",
                Determination.FoundBy.VISITED,
                today.toString(),
                "",
                "",
                spell,
                "",
                "");
    }

    /** What happened, with recognition where nothing was chosen; names and numbers are corrected by a form of their own. */
    public Determination.Kind chosen() {
        return kind == null || kind == Determination.Kind.IDENTITY ? Determination.Kind.RECOGNITION : kind;
    }

    /** Whether a member is ticked. */
    public boolean has(long id) {
        return persons != null && persons.contains(id);
    }

    /** The fields that cannot be taken as they are; each has its words under {@code register.wrong.}. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (persons == null || persons.isEmpty()) {
            wrong.add("persons");
        }
        if (reason == null || reason.isBlank()) {
            wrong.add("reason");
        }
        if (TypedDay.of(effectiveOn).isEmpty()) {
            wrong.add("effective-on");
        }
        switch (chosen()) {
            case RECOGNITION, GRADUATION -> {
                if (statusKind().isEmpty()) {
                    wrong.add("status");
                }
            }
            case MOVE -> {
                if (toPath == null || toPath.isBlank()) {
                    wrong.add("to-path");
                }
            }
            case MERGE -> {
                if (other() == null) {
                    wrong.add("other-person");
                }
            }
            case CORRECTION -> {
                if (spell == null
                        || TypedDay.of(spellFrom).isEmpty()
                        || !(isEmpty(spellLast) || TypedDay.of(spellLast).isPresent())) {
                    wrong.add("spell");
                }
            }
            case DEATH, SPLIT, IDENTITY -> {}
        }
        return wrong;
    }

    /** What the form says, once nothing of it is wrong; it rests on what the person's place follows. */
    @Nullable
    Declaration declaration(String path) {
        if (!wrong().isEmpty()) {
            return null;
        }
        Basis basis = Basis.of(path, statusKind().orElse(null));
        return new Declaration(
                chosen(),
                persons == null ? List.of() : persons,
                statusKind().orElse(null),
                basis.pack(),
                basis.clause(),
                reason == null ? "" : reason.strip(),
                foundBy == null ? Determination.FoundBy.VISITED : foundBy,
                TypedDay.of(effectiveOn).orElseThrow(),
                isEmpty(toPath) ? null : toPath,
                other(),
                correctedSpell());
    }

    private Declaration.@Nullable CorrectedSpell correctedSpell() {
        if (spell == null || chosen() != Determination.Kind.CORRECTION) {
            return null;
        }
        return new Declaration.CorrectedSpell(
                spell,
                TypedDay.of(spellFrom).orElseThrow(),
                TypedDay.of(spellLast).map(last -> last.plusDays(1)).orElse(null));
    }

    /** The other record of a merge; null for what is no number of one. */
    private @Nullable Long other() {
        return otherPerson != null && otherPerson.strip().matches("[0-9]{1,18}")
                ? Long.valueOf(otherPerson.strip())
                : null;
    }

    private Optional<StatusKind> statusKind() {
        boolean needed = chosen() == Determination.Kind.RECOGNITION || chosen() == Determination.Kind.GRADUATION;
        return needed && status != null ? StatusKind.of(status) : Optional.empty();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
