package fangpin.office.web;

import fangpin.kernel.Text;
import fangpin.office.access.Right;
import java.util.ArrayList;
import java.util.List;

/**
 * 页面: what every page shows around its own content.
 *
 * @param title in the reader's language
 * @param crumbs the way here, the page itself left out
 * @param place the entry of the menu that is lit
 */
public record Page(Desk desk, String title, List<Crumb> crumbs, Place place) {
    /** A step of the way to the page. */
    public record Crumb(String words, String address) {}

    /** The page, with one more step on the way to it. */
    public Page under(String words, String address) {
        List<Crumb> longer = new ArrayList<>(crumbs);
        longer.add(new Crumb(words, address));
        return new Page(desk, title, List.copyOf(longer), place);
    }

    /** The words of a key in the reader's language. */
    public String say(String key, Object... arguments) {
        return desk.words().of(key, arguments);
    }

    /** The words of a key, with alternatives and texts among the arguments put into the reader's language. */
    public String sentence(String key, List<Object> arguments) {
        Show show = Show.to(desk);
        Object[] shown = arguments.stream()
                .map(argument -> switch (argument) {
                    case Enum<?> word -> show.word(word);
                    case Text text -> show.text(text);
                    case Object other -> other;
                })
                .toArray();
        return say(key, shown);
    }

    /** The menu as this reader sees it: what he has no right to is not there. */
    public List<Place.Group> menu() {
        return Place.menu(desk.actor());
    }

    /** Whether the reader may look for persons. */
    public boolean searches() {
        return desk.actor().may(Right.REGISTER_READ);
    }

    /** Today's address with another language. */
    public String switchAddress() {
        return "/language?to=" + desk.language().other().code() + "&back=" + Addresses.encode(desk.address());
    }
}
