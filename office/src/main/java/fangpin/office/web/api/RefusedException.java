package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.RefusalReason;
import java.util.List;

/** 不予办理: carries a refusal out of a transaction, which is then taken back as a whole, to the place that writes problems. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer.Refused<?> refused;
    private final transient List<FieldFault> faults;

    RefusedException(Answer.Refused<?> refused, List<FieldFault> faults) {
        super(refused.reason().key(), null, false, false);
        this.refused = refused;
        this.faults = List.copyOf(faults);
    }

    RefusedException(RefusalReason reason, Object... arguments) {
        this(new Answer.Refused<>(reason, List.of(arguments)), List.of());
    }

    /** Fields that cannot be taken. */
    static RefusedException fields(List<FieldFault> faults) {
        return new RefusedException(new Answer.Refused<>(ApiRefusal.FIELDS_WRONG, List.of()), faults);
    }

    /** One field that cannot be taken. */
    static RefusedException field(String field, RefusalReason reason, Object... arguments) {
        return fields(List.of(new FieldFault(field, reason, List.of(arguments))));
    }

    /** A parameter of the address that cannot be taken. */
    static RefusedException parameter(ApiRefusal refusal, String name, FieldReason reason) {
        return new RefusedException(
                new Answer.Refused<>(refusal, List.of()), List.of(FieldFault.of(FieldFault.nameOf(name), reason)));
    }

    RefusalReason reason() {
        return refused.reason();
    }

    List<Object> arguments() {
        return refused.arguments();
    }

    List<FieldFault> faults() {
        return faults;
    }
}
