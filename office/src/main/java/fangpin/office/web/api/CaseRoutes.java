package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.web.NotFoundException;
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

/** Cases: read, begun, and moved on as far as a program may. What approves (认定、归档、不予认定) is a person's. */
@RestController
class CaseRoutes {
    private static final String LIST = "/api/v1/cases";

    private final Determinations determinations;
    private final PersonFiles files;
    private final Once once;

    CaseRoutes(Determinations determinations, PersonFiles files, Once once) {
        this.determinations = determinations;
        this.files = files;
        this.once = once;
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping(LIST)
    Listing<CaseLine> cases(
            ApiCall call,
            @RequestParam(required = false) Determination.@Nullable Stage stage,
            @RequestParam(required = false) Determination.@Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Limit.of(limit);
        return Listing.of(
                determinations.list(call.actor(), stage, kind, open, Limit.after(after, Long.MAX_VALUE), most + 1),
                most,
                CaseLine::of,
                found -> Long.toString(found.id()));
    }

    /** 事项与环节 */
    record CaseRecord(CaseLine line, List<CaseStage> steps) {}

    /** 办理环节: a step the case has gone. */
    record CaseStage(Determination.Stage stage, LocalDate day) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping(LIST + "/{id}")
    CaseRecord oneCase(ApiCall call, @PathVariable long id) {
        Determinations.Story story = determinations.find(call.actor(), id).orElseThrow(NotFoundException::new);
        return new CaseRecord(
                CaseLine.of(story.determination()),
                story.steps().stream()
                        .map(step -> new CaseStage(step.stage(), step.happenedOn()))
                        .toList());
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping(LIST)
    ResponseEntity<Receipt> declareCase(ApiCall call, IdempotencyKey key, @RequestBody CaseDeclared said) {
        List<FieldFault> faults = said.faults();
        if (!faults.isEmpty()) {
            throw RefusedException.fields(faults);
        }
        return once.run(call, key, said, () -> {
            PersonFile file = files.find(call.actor(), said.persons().getFirst(), call.today())
                    .orElseThrow(NotFoundException::new);
            return determinations
                    .declare(call.actor(), said.declaration(file.person().path()), call.today())
                    .map(id -> Receipt.of(LIST, id));
        });
    }

    /**
     * 下一环节: what is said with a step.
     *
     * @param version of the case as the program read it
     */
    record CaseNote(Integer version, String note) {}

    @Needs(Right.REGISTER_WRITE)
    @PostMapping(LIST + "/{id}/investigation")
    ResponseEntity<Receipt> investigateCase(
            ApiCall call, IdempotencyKey key, @PathVariable long id, @RequestBody CaseNote said) {
        return once.run(
                call,
                key,
                said,
                () -> at(id, determinations.investigate(call.actor(), id, said.version(), said.note(), call.today())));
    }

    /**
     * 公示: how long and where a notice hangs.
     *
     * @param board where: the village's board, a web site
     */
    record CaseNotice(Integer version, Integer days, String board) {}

    @Needs(Right.REGISTER_WRITE)
    @PostMapping(LIST + "/{id}/notice")
    ResponseEntity<Receipt> publishCase(
            ApiCall call, IdempotencyKey key, @PathVariable long id, @RequestBody CaseNotice said) {
        return once.run(
                call,
                key,
                said,
                () -> at(
                        id,
                        determinations.publish(
                                call.actor(), id, said.version(), said.days(), said.board(), call.today())));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping(LIST + "/{id}/withdrawal")
    ResponseEntity<Receipt> withdrawCase(
            ApiCall call, IdempotencyKey key, @PathVariable long id, @RequestBody CaseNote said) {
        return once.run(
                call,
                key,
                said,
                () -> at(id, determinations.withdraw(call.actor(), id, said.version(), said.note(), call.today())));
    }

    /** The receipt of a step names the case, whatever the step itself made. */
    private static Answer<Receipt> at(long id, Answer<Long> answer) {
        return answer.map(made -> Receipt.of(LIST, id));
    }
}
