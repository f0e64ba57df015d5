package fangpin.office.web;

import fangpin.office.access.Actor;
import java.time.LocalDate;

/**
 * 办公桌: who asks for a page, in which language, on which day. Pages take it as a parameter of their method.
 *
 * @param today the office's day; the only place where a page learns it
 * @param staged whether that day is a demonstration's and not the true one
 * @param address path and query of the page asked for, for links back to it
 * @param csrf the value a form must send back
 */
public record Desk(Actor actor, Language language, LocalDate today, boolean staged, String address, String csrf) {
    /** The words in the reader's language. */
    public Words words() {
        return Words.in(language);
    }
}
