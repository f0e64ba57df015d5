package fangpin.office.web.api;

import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Headcounts;
import fangpin.office.register.InstantHelp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of persons, and the register of instant help. */
@RestController
class HeadcountRoutes {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private final ScopedWork work;
    private final Headcounts headcounts;
    private final InstantHelp instantHelp;
    private final ApiPlaces places;

    HeadcountRoutes(ScopedWork work, Headcounts headcounts, InstantHelp instantHelp, ApiPlaces places) {
        this.work = work;
        this.headcounts = headcounts;
        this.instantHelp = instantHelp;
        this.places = places;
    }

    /**
     * 人数: of the divisions right below a place, by measure.
     *
     * @param cells one for each division and measure of which there is anybody
     */
    record Headcount(String place, LocalDate day, List<Cell> cells) {}

    /** 人数一格: the place itself stands for persons entered on no division below it. */
    record Cell(String place, String measure, long persons) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/headcounts")
    Headcount headcounts(
            ApiCall call,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable LocalDate day) {
        LocalDate asOf = Days.orToday(call, day);
        return work.read(call.actor(), () -> {
            String path = places.within(call, place);
            return new Headcount(
                    path,
                    asOf,
                    headcounts.below(path, asOf).stream()
                            .map(cell -> new Cell(cell.path(), cell.measure(), cell.persons()))
                            .toList());
        });
    }

    /**
     * 即时帮扶台账一行.
     *
     * @param endedOn first day the status no longer held; cover is not touched by it
     * @param coverDays of the year, from inclusion to its last day, both counted
     */
    record InstantHelpLine(
            long person,
            String name,
            String household,
            LocalDate includedOn,
            @Nullable LocalDate endedOn,
            LocalDate coverUntil,
            long coverDays,
            String clause,
            @Nullable Long caseId) {
        static InstantHelpLine of(InstantHelp.Line line) {
            return new InstantHelpLine(
                    line.personId(),
                    Mask.name(line.name()),
                    line.householdNumber(),
                    line.includedOn(),
                    line.endedOn(),
                    line.coverUntil(),
                    line.coverDays(),
                    line.clause(),
                    line.determinationId().orElse(null));
        }
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/api/v1/instant-help")
    Listing<InstantHelpLine> instantHelp(
            ApiCall call,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw RefusedException.field("year", FieldReason.OUT_OF_BOUNDS, FIRST_YEAR, LAST_YEAR);
        }
        int most = Limit.of(limit);
        List<InstantHelp.Line> lines =
                instantHelp.ofYear(call.actor(), year == null ? call.today().getYear() : year);
        int begin = begin(lines, after);
        return Listing.of(
                lines.subList(begin, Math.min(lines.size(), begin + most + 1)),
                most,
                InstantHelpLine::of,
                HeadcountRoutes::cursor);
    }

    /** Who was included when: a person may be included twice in a year. */
    private static String cursor(InstantHelp.Line line) {
        return line.includedOn() + "." + line.personId();
    }

    private static int begin(List<InstantHelp.Line> lines, @Nullable String after) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (cursor(lines.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new RefusedException(ApiRefusal.CURSOR_GONE);
    }
}
