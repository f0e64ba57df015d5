package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.register.Determinations;
import fangpin.office.register.PersonFile;
import fangpin.office.register.PersonFiles;
import fangpin.office.register.Unmasking;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.people.PersonActions.UnmaskPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A person's name, ID number, sex and birthday corrected: the form, and the new number in clear for who compares it with the paper. */
@Controller
public class IdentityPages {
    private final PersonFiles files;
    private final Determinations determinations;
    private final Unmasking unmasking;

    IdentityPages(PersonFiles files, Determinations determinations, Unmasking unmasking) {
        this.files = files;
        this.determinations = determinations;
        this.unmasking = unmasking;
    }

    /**
     * 更正身份信息页.
     *
     * @param sentBack whether the form was sent already, so that what is wrong is marked
     */
    public record IdentityPage(
            PersonFile file, IdentityForm form, boolean sentBack, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_WRITE)
    @GetMapping("/persons/{id}/identity")
    PageView form(Desk desk, @PathVariable long id) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        return form(desk, new IdentityPage(file, IdentityForm.of(file), false, null));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/persons/{id}/identity")
    View correct(Desk desk, @PathVariable long id, @ModelAttribute IdentityForm form) {
        PersonFile file = files.find(desk.actor(), id, desk.today()).orElseThrow(NotFoundException::new);
        if (!form.wrong().isEmpty()) {
            return form(desk, new IdentityPage(file, form, true, null)).withStatus(422);
        }
        return switch (determinations.correctIdentity(desk.actor(), form.correction(id), desk.today())) {
            case Answer.Done<Long> done -> See.other("/determinations/" + done.value());
            case Answer.Refused<Long> refused ->
                form(desk, new IdentityPage(file, form, true, refused)).withStatus(422);
        };
    }

    private static PageView form(Desk desk, IdentityPage page) {
        return PageView.of("people/identity.jte", PersonActions.page(desk, page.file()), page);
    }

    @Needs(Right.REGISTER_UNMASK)
    @GetMapping("/determinations/{id}/unmask")
    PageView askToUnmask(Desk desk, @PathVariable long id) {
        return unmaskPage(id).on(casePage(desk, id));
    }

    @Needs(Right.REGISTER_UNMASK)
    @PostMapping("/determinations/{id}/unmask")
    PageView unmask(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        Page page = casePage(desk, id);
        return unmaskPage(id)
                .with(unmasking.showCorrected(desk.actor(), id, reason))
                .on(page);
    }

    private Page casePage(Desk desk, long id) {
        if (determinations
                .find(desk.actor(), id)
                .map(Determinations.Story::identity)
                .isEmpty()) {
            throw new NotFoundException();
        }
        return new Page(desk, desk.words().of("register.case"), List.of(), Place.DETERMINATIONS)
                .under(desk.words().of("web.place.determinations"), "/determinations");
    }

    private static UnmaskPage unmaskPage(long id) {
        String address = "/determinations/" + id;
        return new UnmaskPage(address + "/unmask", address, FieldKind.ID_NUMBER, null, null, null);
    }
}
