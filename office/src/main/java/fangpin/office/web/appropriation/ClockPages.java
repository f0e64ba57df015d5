package fangpin.office.web.appropriation;

import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.FundClock;
import fangpin.office.appropriation.FundClocks;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.fund.PlaceNames;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 拨付时限: the clocks of all documents, who holds each now, and what is late. */
@Controller
public class ClockPages {
    /** So many days before its end a limit is marked. */
    static final int WARN_DAYS = 7;

    private final FundClocks clocks;
    private final PlaceNames names;
    private final Laws laws;

    ClockPages(FundClocks clocks, PlaceNames names, Laws laws) {
        this.clocks = clocks;
        this.names = names;
        this.laws = laws;
    }

    /** 拨付时限页. */
    public record ClocksPage(int year, List<FundClock> clocks, Map<String, String> places, List<Law> laws) {
        /** How many stand so. */
        public long count(TimeLimit.State state) {
            return clocks.stream().filter(one -> one.state() == state).count();
        }

        /** Whether a limit is nearly over. */
        public boolean pressing(Desk desk, FundClock clock) {
            return FundClocks.pressing(clock, desk.today(), WARN_DAYS);
        }
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-clocks")
    PageView clocks(Desk desk, @RequestParam(defaultValue = "") String year) {
        int shown = Form.year(desk, year);
        List<FundClock> found = clocks.of(desk.actor(), desk.actor().scope().path(), shown, desk.today());
        return PageView.of(
                "appropriation/clocks.jte",
                new Page(desk, desk.words().of("web.place.fund-clocks"), List.of(), Place.FUND_CLOCKS),
                new ClocksPage(
                        shown,
                        found,
                        names.of(
                                desk,
                                found.stream().map(one -> one.document().path()).toList()),
                        laws.of("WH6 §3.1")));
    }
}
