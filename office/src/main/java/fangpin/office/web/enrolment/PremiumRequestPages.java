package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.papers.Letter;
import fangpin.office.papers.PdfLetter;
import fangpin.office.papers.WordLetter;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.SavedFile;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 保费请示: the letter that asks for the premium, to read, print and send. */
@Controller
public class PremiumRequestPages {
    private final PremiumsDue premiums;
    private final Divisions divisions;
    private final ScopedWork work;

    PremiumRequestPages(PremiumsDue premiums, Divisions divisions, ScopedWork work) {
        this.premiums = premiums;
        this.divisions = divisions;
        this.work = work;
    }

    /** 请示页. */
    public record RequestPage(Letter letter, Query query, String pack, LocalDate day) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/premium/request")
    Object request(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String as) {
        LocalDate asOf = ContractPages.day(day).orElse(desk.today());
        if (!(premiums.due(desk.actor(), pack, asOf) instanceof Answer.Done<PremiumsDue.Worked>(var worked))) {
            throw new NotFoundException();
        }
        Page page = new Page(desk, desk.words().of("enrolment.request"), List.of(), Place.PREMIUM)
                .under(desk.words().of("web.place.premium"), "/premium?pack=" + pack);
        Letter letter = new PremiumRequest(worked, PremiumPages.divisionNames(desk, work, divisions, worked), page)
                .letter(new PremiumRequest.Head(
                        by.isBlank() ? desk.actor().place() + "扶贫办公室" : by.strip(),
                        number.isBlank() ? "〔" + desk.today().getYear() + "〕　号" : number.strip(),
                        signer.strip(),
                        to.isBlank() ? "　　　　" : to.strip(),
                        ContractPages.day(on).orElse(desk.today())));
        String name = letter.title();
        return switch (as) {
            case "docx" -> SavedFile.word(name, WordLetter.of(letter));
            case "pdf" -> SavedFile.pdf(name, PdfLetter.of(letter));
            case String other -> {
                Query query = Query.of("/premium/request")
                        .with("pack", pack)
                        .with("day", asOf)
                        .with("by", by)
                        .with("number", number)
                        .with("signer", signer)
                        .with("to", to)
                        .with("on", on);
                yield PageView.of("enrolment/request.jte", page, new RequestPage(letter, query, pack, asOf));
            }
        };
    }
}
