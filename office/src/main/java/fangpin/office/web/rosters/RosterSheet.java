package fangpin.office.web.rosters;

import fangpin.office.access.Right;
import fangpin.office.register.RosterImports;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of imported rosters as a table. */
@Configuration(proxyBeanMethods = false)
class RosterSheet {
    @Bean
    ListSheet rosterListSheet(RosterImports imports) {
        return new MadeSheet("rosters", Right.REGISTER_IMPORT, Place.ROSTERS, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            "register.roster.file",
                            "register.field.status",
                            "register.roster.true-from",
                            "register.roster.read",
                            "register.roster.kind.rejected",
                            "register.field.stage"),
                    imports.list(desk.actor(), Long.MAX_VALUE, ListSheet.MOST).stream()
                            .map(one -> List.of(
                                    one.fileName(),
                                    show.status(one.statusKind()),
                                    show.date(one.trueFrom()),
                                    show.number(one.counts().read()),
                                    show.number(one.counts().rejected()),
                                    desk.words().of("register.roster.stage." + DifferencePage.word(one.stage()))))
                            .toList());
        });
    }
}
