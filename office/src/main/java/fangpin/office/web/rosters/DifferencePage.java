package fangpin.office.web.rosters;

import fangpin.office.access.Answer;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterLine;
import fangpin.office.web.Page;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 差异页: what an import would do, or did, one kind of rows at a time.
 *
 * @param places names of the divisions by path
 * @param next after which row the next page begins; null on the last
 */
public record DifferencePage(
        RosterImport roster,
        RosterLine.Kind kind,
        List<RosterLine> lines,
        Map<String, String> places,
        @Nullable Long next,
        boolean mayAccept,
        Answer.@Nullable Refused<RosterImport> refused) {
    /** How many rows of a kind there are. */
    public int count(RosterLine.Kind of) {
        RosterImport.Counts counts = roster.counts();
        return switch (of) {
            case NEW -> counts.added();
            case CHANGED -> counts.changed();
            case MOVED -> counts.moved();
            case SAME -> counts.same();
            case REJECTED -> counts.rejected();
            case GONE -> counts.gone();
        };
    }

    /** The list of a kind. */
    public String address(RosterLine.Kind of) {
        return Query.of("/rosters/" + roster.id()).with("kind", word(of)).address();
    }

    /** The next page of the list. */
    public String nextAddress() {
        return Query.of("/rosters/" + roster.id())
                .with("kind", word(kind))
                .with("after", next)
                .address();
    }

    /** As keys and addresses name it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The reason why a row is rejected. */
    public String reason(Page page, RosterLine line) {
        return line.fault() == null
                ? ""
                : page.say(line.fault().key(), line.faultArguments().toArray());
    }

    /** A value of a difference, with codes as words. */
    public String shown(Page page, RosterLine.Difference difference, String value) {
        if (difference.field() == null || value.isEmpty()) {
            return value.isEmpty() ? "—" : value;
        }
        Show show = Show.to(page.desk());
        return switch (difference.field()) {
            case RELATION -> show.code("relation", value);
            case SCHOOLING -> show.code("schooling", value);
            case SELF_CARE -> show.code("self-care", value);
            case STUDENT -> show.code("student", value);
            case SEX -> show.code("sex", value);
            case NAME -> show.name(value);
            case ID_NUMBER, HOUSEHOLD_NUMBER, VILLAGE, TOWN, BORN_ON, PHONE, ADDRESS, BANK_CARD -> value;
        };
    }
}
