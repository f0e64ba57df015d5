package fangpin.office.web.supervision;

import fangpin.office.supervision.BoardChoice;
import fangpin.office.web.Desk;
import fangpin.office.web.Query;
import java.util.Map;

/** What an address asked for, made sound: what is no place, year, level, item or use of ours is as if it were not there. */
record BoardAsked(BoardChoice choice, BoardChoice.By by, Query query) {
    static BoardAsked of(Desk desk, String path, Map<String, String> fields) {
        String own = desk.actor().scope().path();
        String place = fields.getOrDefault("place", "");
        String year = fields.getOrDefault("year", "");
        BoardChoice choice = new BoardChoice(
                place.startsWith(own) && place.matches("([0-9a-z-]+/)+") ? place : own,
                fields.getOrDefault("alone", "").equals("1"),
                year.matches("20[0-9]{2}") ? Integer.valueOf(year) : null,
                sound(fields.getOrDefault("origin", ""), "[a-z]{1,20}"),
                sound(fields.getOrDefault("item", ""), "[0-9a-z-]{1,60}/[0-9a-z-]{0,60}"),
                sound(fields.getOrDefault("use", ""), "project/[0-9]{1,18}|programme/[0-9a-z-]{1,60}/[0-9a-z-]{1,60}"));
        BoardChoice.By by = BoardChoice.By.of(fields.getOrDefault("by", "")).orElse(BoardChoice.By.DIVISION);
        return new BoardAsked(
                choice,
                by,
                Query.of(path)
                        .with("place", choice.place().equals(own) ? "" : choice.place())
                        .with("alone", choice.alone() ? "1" : "")
                        .with("year", choice.year())
                        .with("origin", choice.origin())
                        .with("item", choice.item())
                        .with("use", choice.use())
                        .with("by", by == BoardChoice.By.DIVISION ? "" : by.word()));
    }

    private static String sound(String value, String pattern) {
        return value.matches(pattern) ? value : "";
    }
}
