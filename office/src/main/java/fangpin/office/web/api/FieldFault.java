package fangpin.office.web.api;

import fangpin.office.access.RefusalReason;
import java.util.List;

/** 字段错误: which field of a request cannot be taken, and why; never its value. */
record FieldFault(String field, RefusalReason reason, List<Object> arguments) {
    FieldFault {
        arguments = List.copyOf(arguments);
    }

    static FieldFault of(String field, RefusalReason reason) {
        return new FieldFault(field, reason, List.of());
    }

    /** A name that a client made up is repeated only when it looks like a field's: it could be anything. */
    static String nameOf(String said) {
        return said.matches("[A-Za-z][A-Za-z_-]{0,39}") ? said : "?";
    }
}
