package fangpin.office.web.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.fund.Yuan;
import fangpin.office.web.Desk;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** 表单所填: what a form of special funds sent, by the names of its fields. */
final class Form {
    private final Map<String, String> fields;

    Form(Map<String, String> fields) {
        this.fields = fields;
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** Yuan as typed; 0 fen where it is not written like an amount. */
    Fen amount(String name) {
        return new Fen(Yuan.fen(text(name).replace(",", "")).orElse(0));
    }

    Optional<LocalDate> day(String name) {
        return TypedDay.of(text(name));
    }

    long number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The year a list is of: as asked, else the desk's. */
    static int year(Desk desk, String asked) {
        return asked.matches("20[0-9]{2}")
                ? Integer.parseInt(asked)
                : desk.today().getYear();
    }
}
