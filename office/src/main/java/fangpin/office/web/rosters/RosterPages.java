package fangpin.office.web.rosters;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Basis;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.ImportProgress;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterField;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterLine;
import fangpin.office.register.RosterReceipt;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Paged;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.TypedDay;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Uploads of rosters: the list, a new file, its columns and how far its check is. */
@Controller
class RosterPages {
    private static final int ROWS = 30;

    private final RosterImports imports;
    private final ScopedWork work;
    private final Divisions divisions;
    private final DifferenceView differences;

    RosterPages(RosterImports imports, ScopedWork work, Divisions divisions, DifferenceView differences) {
        this.imports = imports;
        this.work = work;
        this.divisions = divisions;
        this.differences = differences;
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.rosters"), List.of(), Place.ROSTERS);
    }

    static Page below(Desk desk) {
        return page(desk).under(desk.words().of("web.place.rosters"), "/rosters");
    }

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping("/rosters")
    PageView list(Desk desk, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after) {
        return list(desk, after, desk.actor().scope().path(), "", "", null);
    }

    /** The form with what was typed, and the newest uploads. */
    private PageView list(Desk desk, String place, String status, String trueFrom, String problem) {
        return list(desk, Long.MAX_VALUE, place, status, trueFrom, problem).withStatus(422);
    }

    private PageView list(
            Desk desk, long after, String place, String status, String trueFrom, @Nullable String problem) {
        String path = desk.actor().scope().path();
        List<Division> places = work.read(desk.actor(), () -> {
            List<Division> found = new ArrayList<>();
            divisions.find(path).ifPresent(found::add);
            found.addAll(divisions.below(path));
            return found;
        });
        Paged<RosterImport> earlier = Paged.of(
                Query.of("/rosters"),
                after != Long.MAX_VALUE,
                ROWS,
                most -> imports.list(desk.actor(), after, most),
                one -> Long.toString(one.id()));
        return PageView.of(
                "rosters/list.jte", page(desk), new UploadPage(earlier, places, place, status, trueFrom, problem));
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping("/rosters")
    View receive(
            Desk desk,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String trueFrom)
            throws IOException {
        Optional<StatusKind> kind = StatusKind.of(status);
        Optional<LocalDate> day = day(trueFrom);
        if (kind.isEmpty() || day.isEmpty() || file.getOriginalFilename() == null) {
            return list(desk, place, status, trueFrom, desk.words().of("register.roster.say-all"));
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        RosterImports.Upload upload = new RosterImports.Upload(
                name, place, kind.get(), Basis.of(place, kind.get()).clause(), day.get());
        try (InputStream bytes = file.getInputStream()) {
            return switch (imports.receive(desk.actor(), upload, bytes, desk.today())) {
                case RosterReceipt.Taken taken ->
                    See.other("/rosters/" + taken.roster().id()
                            + (taken.sameBefore() == null
                                    ? ""
                                    : "?same=" + taken.sameBefore().id()));
                case RosterReceipt.FileRefused refused ->
                    list(
                            desk,
                            place,
                            status,
                            trueFrom,
                            desk.language() == Language.CHINESE ? refused.chinese() : refused.english());
                case RosterReceipt.HeaderNotFound none -> list(desk, place, status, trueFrom, headerMissing(desk));
                case RosterReceipt.TooLarge large ->
                    list(
                            desk,
                            place,
                            status,
                            trueFrom,
                            desk.words().of("register.roster.too-large", large.mostBytes() >> 20));
                case RosterReceipt.NoRight none ->
                    list(desk, place, status, trueFrom, desk.words().of("register.refusal.no-right"));
                case RosterReceipt.DivisionUnknown none ->
                    list(desk, place, status, trueFrom, desk.words().of("register.roster.division-unknown"));
            };
        }
    }

    private static Optional<LocalDate> day(String text) {
        return TypedDay.of(text);
    }

    private static String headerMissing(Desk desk) {
        String words =
                List.of(RosterField.NAME, RosterField.ID_NUMBER, RosterField.HOUSEHOLD_NUMBER, RosterField.VILLAGE)
                        .stream()
                        .map(field -> String.join("/", field.words().subList(0, 3)))
                        .collect(Collectors.joining("；"));
        return desk.words().of("register.roster.header-not-found", words);
    }

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping("/rosters/{id}")
    PageView one(
            Desk desk,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long same,
            @RequestParam(required = false) RosterLine.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") long after) {
        RosterImport roster = imports.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Optional<ImportProgress> progress = imports.progress(desk.actor(), id);
        if (progress.isPresent()) {
            return PageView.of("rosters/running.jte", below(desk), Map.entry(roster, progress.get()));
        }
        return switch (roster.stage()) {
            case RECEIVED -> columns(desk, roster, same, null);
            case CHECKED, ACCEPTED, UNDONE -> differences.page(desk, roster, kind, after, null);
            case FAILED, CANCELLED ->
                PageView.of("rosters/ended.jte", below(desk), Map.entry(roster, end(desk, roster.id())));
        };
    }

    private PageView columns(Desk desk, RosterImport roster, @Nullable Long same, @Nullable String problem) {
        List<List<String>> rows = imports.firstRows(desk.actor(), roster.id())
                .map(RosterReceipt.FirstRows::rows)
                .orElse(List.of());
        PageView view = PageView.of("rosters/columns.jte", below(desk), new ColumnsPage(roster, rows, same, problem));
        return problem == null ? view : view.withStatus(422);
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping("/rosters/{id}/check")
    View check(
            Desk desk,
            @PathVariable long id,
            @RequestParam(name = "field", required = false) @Nullable List<String> fields) {
        RosterImport roster = imports.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<@Nullable RosterField> chosen = new ArrayList<>();
        if (fields != null) {
            fields.forEach(field -> chosen.add(RosterField.ofId(field).orElse(null)));
        }
        ColumnMapping mapping =
                fields == null ? roster.mapping() : roster.mapping().with(chosen);
        if (roster.stage() == RosterImport.Stage.RECEIVED && !mapping.missing().isEmpty()) {
            return columns(desk, roster, null, missing(desk, mapping.missing()));
        }
        imports.beginCheck(desk.actor(), id, mapping, desk.today());
        return See.other("/rosters/" + id);
    }

    private static String missing(Desk desk, List<RosterField> fields) {
        String words = fields.stream()
                .map(field -> desk.words().of(field.key()) + "（"
                        + String.join("、", field.words().subList(0, 3)) + "）")
                .collect(Collectors.joining("；"));
        return desk.words().of("register.roster.columns-missing", words);
    }

    /** The part of the page that asks again every second. */
    @Needs(Right.REGISTER_IMPORT)
    @GetMapping("/rosters/{id}/progress")
    PageView progress(Desk desk, @PathVariable long id) {
        ImportProgress progress = imports.progress(desk.actor(), id).orElse(new ImportProgress(0, 0, false));
        return PageView.of("rosters/progress.jte", page(desk), Map.entry(id, progress));
    }

    private String end(Desk desk, long id) {
        return imports.lastCheck(desk.actor(), id)
                .map(end -> switch (end) {
                    case RosterChecked.Done done -> "";
                    case RosterChecked.ColumnsMissing none -> missing(desk, none.fields());
                    case RosterChecked.FileRefused refused ->
                        desk.language() == Language.CHINESE ? refused.chinese() : refused.english();
                    case RosterChecked.Cancelled none -> desk.words().of("register.roster.cancelled");
                    case RosterChecked.TooManyRows many ->
                        desk.words().of("register.roster.too-many-rows", many.mostRows());
                    case RosterChecked.TooSlow none -> desk.words().of("register.roster.too-slow");
                    case RosterChecked.Broken none -> desk.words().of("register.roster.broken");
                    case RosterChecked.Refused refused ->
                        desk.words().of(refused.reason().key());
                })
                .orElse("");
    }
}
