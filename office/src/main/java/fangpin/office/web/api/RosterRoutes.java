package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterLine;
import fangpin.office.register.StatusKind;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Language;
import fangpin.office.web.NotFoundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Rosters: sent, checked, their rejected rows fetched. A person of the office accepts them. */
@RestController
class RosterRoutes {
    static final String LIST = "/api/v1/rosters";

    private final RosterImports imports;
    private final RosterUpload upload;
    private final Once once;
    private final ExportPurposes purposes;
    private final ScopedWork work;

    RosterRoutes(RosterImports imports, RosterUpload upload, Once once, ExportPurposes purposes, ScopedWork work) {
        this.purposes = purposes;
        this.work = work;
        this.imports = imports;
        this.upload = upload;
        this.once = once;
    }

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping(LIST)
    Listing<RosterRecord> rosters(
            ApiCall call,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Limit.of(limit);
        return Listing.of(
                imports.list(call.actor(), Limit.after(after, Long.MAX_VALUE), most + 1),
                most,
                roster -> record(call, roster),
                roster -> Long.toString(roster.id()));
    }

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping(LIST + "/{id}")
    RosterRecord roster(ApiCall call, @PathVariable long id) {
        return record(call, find(call, id));
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping(LIST)
    ResponseEntity<Receipt> sendRoster(
            ApiCall call,
            IdempotencyKey key,
            @RequestParam MultipartFile file,
            @RequestParam String place,
            @RequestParam StatusKind status,
            @RequestParam LocalDate trueFrom) {
        Days.orToday(call, trueFrom);
        RosterUpload.Sent sent = RosterUpload.sent(place, status, trueFrom, file);
        return once.run(call, key, sent, () -> upload.receive(call, sent, file));
    }

    /** 无正文的请求: the number of the roster is all that is said. */
    private record Only(long id) {}

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping(LIST + "/{id}/check")
    ResponseEntity<Receipt> checkRoster(ApiCall call, IdempotencyKey key, @PathVariable long id) {
        return once.run(call, key, new Only(id), () -> checked(call, find(call, id)));
    }

    private Answer<Receipt> checked(ApiCall call, RosterImport roster) {
        if (roster.stage() != RosterImport.Stage.RECEIVED) {
            return Answer.refused(Refusal.WRONG_STAGE);
        }
        if (!roster.mapping().missing().isEmpty()) {
            return Answer.refused(ApiRefusal.COLUMNS_MISSING);
        }
        imports.beginCheck(call.actor(), roster.id(), roster.mapping(), call.today());
        return Answer.done(Receipt.of(LIST, roster.id()));
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping(LIST + "/{id}/cancellation")
    ResponseEntity<Receipt> cancelRoster(ApiCall call, IdempotencyKey key, @PathVariable long id) {
        return once.run(
                call, key, new Only(id), () -> imports.cancel(call.actor(), id).map(done -> Receipt.of(LIST, id)));
    }

    /**
     * 退回行: a row that cannot be taken: where it is and why, without what it says.
     *
     * @param row of the file
     * @param column of the file, from 0; -1 for the row as a whole
     */
    record RejectedRow(long row, int column, @Nullable RosterFault fault) {}

    @Needs(Right.REGISTER_IMPORT)
    @GetMapping(LIST + "/{id}/rejected")
    Listing<RejectedRow> rejectedRows(
            ApiCall call,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        find(call, id);
        int most = Limit.of(limit);
        return Listing.of(
                imports.lines(call.actor(), id, RosterLine.Kind.REJECTED, Limit.after(after, 0), most + 1),
                most,
                line -> new RejectedRow(line.rowNumber(), line.faultColumn(), line.fault()),
                line -> Long.toString(line.rowNumber()));
    }

    /**
     * 导出用途: what a file is for and who receives it (WH3 §5.2).
     *
     * @param purpose 4 to 400 characters
     */
    record FilePurpose(String purpose, String receiver) {}

    /** The sender's own rows go back to the sender, and to nobody else; what for is noted each time, so the same request twice is two files. */
    @Needs(Right.REGISTER_IMPORT)
    @PostMapping(LIST + "/{id}/rejected.xlsx")
    ResponseEntity<byte[]> rejectedFile(ApiCall call, @PathVariable long id, @RequestBody FilePurpose asked)
            throws IOException {
        RosterImport roster = find(call, id);
        if (roster.enteredBy() != call.actor().userId()) {
            throw new RefusedException(ApiRefusal.NOT_THE_SENDER);
        }
        Answer<Long> noted = work.write(
                call.actor(),
                () -> purposes.record(
                        call.actor(),
                        new ExportPurposes.Export(
                                "roster-rejected/" + id,
                                asked.purpose(),
                                asked.receiver(),
                                List.of("register.roster.rejected.own-columns"),
                                roster.counts().rejected()),
                        null,
                        call.now()));
        if (noted instanceof Answer.Refused<Long> refused) {
            throw new RefusedException(refused, List.of());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        imports.writeRejected(call.actor(), id, call.language() == Language.CHINESE, bytes);
        return ExcelFile.answer("rejected-" + id + ".xlsx", bytes.toByteArray());
    }

    private RosterImport find(ApiCall call, long id) {
        return imports.find(call.actor(), id).orElseThrow(NotFoundException::new);
    }

    private RosterRecord record(ApiCall call, RosterImport roster) {
        return RosterRecord.of(
                roster, imports.progress(call.actor(), roster.id()), imports.lastCheck(call.actor(), roster.id()));
    }
}
