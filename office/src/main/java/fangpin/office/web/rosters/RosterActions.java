package fangpin.office.web.rosters;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.See;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What is done with a checked roster: accepted, given up, taken back. */
@Controller
class RosterActions {
    private final RosterImports imports;
    private final DifferenceView differences;

    RosterActions(RosterImports imports, DifferenceView differences) {
        this.imports = imports;
        this.differences = differences;
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/rosters/{id}/accept")
    View accept(
            Desk desk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean endGone) {
        return answer(desk, id, imports.accept(desk.actor(), id, version, endGone));
    }

    @Needs(Right.REGISTER_IMPORT)
    @PostMapping("/rosters/{id}/cancel")
    View cancel(Desk desk, @PathVariable long id) {
        return answer(desk, id, imports.cancel(desk.actor(), id));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/rosters/{id}/undo")
    View undo(Desk desk, @PathVariable long id, @RequestParam int version) {
        return answer(desk, id, imports.undo(desk.actor(), id, version));
    }

    private View answer(Desk desk, long id, Answer<RosterImport> outcome) {
        return switch (outcome) {
            case Answer.Done<RosterImport> done -> See.other("/rosters/" + id);
            case Answer.Refused<RosterImport> refused ->
                differences.page(
                        desk, imports.find(desk.actor(), id).orElseThrow(NotFoundException::new), null, 0, refused);
        };
    }
}
