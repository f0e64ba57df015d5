package fangpin.office.web.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.office.fund.Yuan;
import fangpin.office.web.Desk;
import fangpin.office.web.Typed;

/** 专项资金表单: what is read alike in the forms of special funds. */
final class Form {
    private Form() {}

    /** Yuan as typed; 0 fen where it is not written like an amount. */
    static Fen amount(Typed typed, String field) {
        return new Fen(Yuan.fen(typed.in(field).replace(",", "")).orElse(0));
    }

    /** The year a list is of: as asked, else the desk's. */
    static int year(Desk desk, String asked) {
        return asked.matches("20[0-9]{2}")
                ? Integer.parseInt(asked)
                : desk.today().getYear();
    }
}
