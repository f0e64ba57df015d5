package fangpin.office.web.rosters;

import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.ExportPage;
import fangpin.office.web.Language;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 退回文件: the rows of a roster that could not be taken, as they came, with the reason; it leaves with its purpose (WH3 §5.2). */
@Controller
class RejectedFile {
    private static final int NOT_ACCEPTED = 422;
    /** The roster's own headings are whatever the sender wrote; the log names them as a whole. */
    private static final List<String> FIELDS = List.of(
            "register.roster.rejected.own-columns", "register.roster.rejected.line", "register.roster.rejected.reason");

    private final RosterImports imports;
    private final ExportPurposes purposes;
    private final ScopedWork work;
    private final Clock clock;

    RejectedFile(RosterImports imports, ExportPurposes purposes, ScopedWork work, Clock clock) {
        this.imports = imports;
        this.purposes = purposes;
        this.work = work;
        this.clock = clock;
    }

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping("/rosters/{id}/rejected")
    PageView ask(Desk desk, @PathVariable long id) {
        return page(desk, found(desk, id), "", "", false);
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping("/rosters/{id}/rejected")
    Object give(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receiver)
            throws IOException {
        RosterImport roster = found(desk, id);
        Answer<Long> noted = work.write(
                desk.actor(),
                () -> purposes.record(
                        desk.actor(),
                        new ExportPurposes.Export(
                                "roster-rejected/" + id,
                                purpose,
                                receiver,
                                FIELDS,
                                roster.counts().rejected()),
                        null,
                        clock.instant()));
        return switch (noted) {
            case Answer.Refused<Long> refused ->
                page(desk, roster, purpose, receiver, true).withStatus(NOT_ACCEPTED);
            case Answer.Done<Long> done -> file(desk, roster);
        };
    }

    private RosterImport found(Desk desk, long id) {
        return imports.find(desk.actor(), id).orElseThrow(NotFoundException::new);
    }

    private Object file(Desk desk, RosterImport roster) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        imports.writeRejected(desk.actor(), roster.id(), desk.language() == Language.CHINESE, bytes);
        String name = desk.words().of("register.roster.rejected.sheet") + " "
                + roster.fileName().replaceFirst("\\.[A-Za-z.]+$", "") + ".xlsx";
        return ExcelFile.answer(name, bytes.toByteArray());
    }

    private static PageView page(
            Desk desk, RosterImport roster, String purpose, String receiver, boolean purposeMissing) {
        String own = "/rosters/" + roster.id();
        Page page = new Page(desk, desk.words().of("register.roster.rejected.sheet"), List.of(), Place.ROSTERS)
                .under(desk.words().of("web.place.rosters"), "/rosters")
                .under(roster.fileName(), own);
        return PageView.of(
                "export.jte",
                page,
                new ExportPage(
                        Query.of(own + "/rejected"),
                        own,
                        FIELDS,
                        roster.counts().rejected(),
                        purpose,
                        receiver,
                        purposeMissing));
    }
}
