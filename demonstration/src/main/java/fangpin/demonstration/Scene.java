package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Outcome;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 场景: what a story is told with: the office's own faces, and the staff who work with them. */
record Scene(
        ScopedWork work,
        JdbcClient database,
        Determinations determinations,
        RegisterWriter writer,
        Map<String, Actor> staff) {
    /** The member of staff with a login. */
    Actor as(String login) {
        return Objects.requireNonNull(staff.get(login), login);
    }

    /** The persons' numbers in the register. */
    java.util.List<Long> ids(Household household) {
        return household.members().stream().map(writer::idOf).toList();
    }

    /** The version a case has come to. */
    int version(String login, long id) {
        return find(login, id).version();
    }

    Determination find(String login, long id) {
        return determinations.find(as(login), id).orElseThrow().determination();
    }

    /** What came of a step; a step of a story that is refused is a mistake of the story. */
    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException("a story went wrong: " + refused.reason() + refused.arguments());
        };
    }
}
