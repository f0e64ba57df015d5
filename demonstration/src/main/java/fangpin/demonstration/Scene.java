package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.register.Determinations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/** 场景: what a story is told with: the office's own faces, and the staff who work with them. */
record Scene(ApplicationContext office, RegisterWriter writer, Map<String, Actor> staff) {
    /** The member of staff with a login. */
    Actor as(String login) {
        return Objects.requireNonNull(staff.get(login), login);
    }

    /** A face of the register. */
    <T> T face(Class<T> type) {
        return office.getBean(type);
    }

    /** The persons' numbers in the register. */
    List<Long> ids(Household household) {
        return household.members().stream().map(writer::idOf).toList();
    }

    /** The version a case has come to. */
    int version(String login, long id) {
        return face(Determinations.class)
                .find(as(login), id)
                .orElseThrow()
                .determination()
                .version();
    }

    /** What came of a step; a step of a story that is refused is a mistake of the story. */
    static <T> T done(Answer<T> outcome) {
        return switch (outcome) {
            case Answer.Done<T> done -> done.value();
            case Answer.Refused<T> refused ->
                throw new IllegalStateException("a story went wrong: " + refused.reason() + refused.arguments());
        };
    }
}
