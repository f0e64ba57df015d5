package fangpin.office.web.appropriation;

import fangpin.office.appropriation.InstantHelpNeed;
import fangpin.office.web.Addresses;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 即时帮扶资金需求请示 (WH10 §2): what instant-help persons need this year, less what is left, asked of finance. */
@Component
final class NeedPaper {
    private final InstantHelpNeed need;

    NeedPaper(InstantHelpNeed need) {
        this.need = need;
    }

    FundPaper of(Desk desk, Page page, String pack, int year) {
        InstantHelpNeed.Worked worked = need.of(desk.actor(), pack, year, desk.today());
        Show show = Show.to(desk);
        List<List<Piece>> rows = new ArrayList<>();
        for (InstantHelpNeed.Line line : worked.lines()) {
            rows.add(List.of(
                    Piece.words(show.text(line.name())),
                    new Piece(show.number(line.persons()), "/instant-help"),
                    Piece.words(show.yuan(line.rateFen())),
                    Piece.words(show.yuan(line.needFen())),
                    new Piece(show.yuan(line.leftFen()), "/fund-lines?year=" + year),
                    Piece.words(show.yuan(line.askedFen())),
                    new Piece(line.clause(), "/policies/clause?id=" + Addresses.encode(line.clause()))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(FundPaper.sentence(
                page,
                "appropriation.paper.need-words",
                Piece.words(desk.today().toString()),
                new Piece(show.number(worked.persons()), "/instant-help"),
                Piece.words(show.yuan(worked.needFen())),
                new Piece(show.yuan(worked.leftFen()), "/fund-lines?year=" + year),
                Piece.words(show.yuan(worked.askedFen()))));
        blocks.add(new FundPaper.Paragraph(List.of(Piece.words(page.say("appropriation.paper.please")))));
        blocks.add(new FundPaper.Table(
                page.say("appropriation.paper.need-table"),
                List.of(
                        page.say("appropriation.item"),
                        page.say("appropriation.paper.persons"),
                        page.say("appropriation.paper.rate"),
                        page.say("appropriation.paper.need-amount"),
                        page.say("appropriation.paper.left"),
                        page.say("appropriation.paper.asked"),
                        page.say("appropriation.paper.clause")),
                rows));
        return new FundPaper(
                "instant-help",
                page.say("appropriation.paper.need-title", String.valueOf(year)),
                page.say("appropriation.paper.finance"),
                blocks,
                List.of("WH10 §1", "WH10 §2"));
    }
}
