package fangpin.office.web.enrolment;

import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumDue.Payment;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.fund.Yuan;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 应缴保费: per product, division and payer in the pack's order, out of who is covered; each headcount leads to its persons. */
@Controller
public class PremiumPages {
    private final PremiumsDue premiums;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final Laws laws;
    private final Divisions divisions;
    private final ScopedWork work;

    PremiumPages(
            PremiumsDue premiums,
            Adoptions adoptions,
            PolicyLibrary library,
            Laws laws,
            Divisions divisions,
            ScopedWork work) {
        this.premiums = premiums;
        this.adoptions = adoptions;
        this.library = library;
        this.laws = laws;
        this.divisions = divisions;
        this.work = work;
    }

    /**
     * 应缴保费页.
     *
     * @param packs those in use that say who pays
     * @param worked null when it cannot be worked out
     */
    public record PremiumPage(
            List<PolicyPack> packs,
            Query query,
            LocalDate day,
            String surplus,
            PremiumsDue.@Nullable Worked worked,
            Map<String, String> names,
            List<Law> laws,
            Answer.@Nullable Refused<?> refused) {
        /** Where the persons of a figure are listed, or where it is stated when it has no names. */
        public String persons(PremiumsDue.Worked of, DivisionPremium division, LineDue line) {
            if (!line.line().base().share().equals(Ratio.WHOLE)) {
                return Query.of("/premium/figures").with("pack", of.pack().id()).address();
            }
            InsuredPeople.Question asked =
                    of.behind(division.code(), line.line().product());
            return Query.of("/insured")
                    .with("product", asked.pack() + "." + asked.product())
                    .with("place", asked.place())
                    .with("without", String.join(",", asked.without()))
                    .with("day", asked.day())
                    .with("begun", asked.begun())
                    .address();
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/premium")
    PageView page(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String surplus) {
        List<PolicyPack> packs = packs(desk);
        String chosen = pack.isEmpty() && !packs.isEmpty() ? packs.getFirst().id() : pack;
        LocalDate asOf = ContractPages.day(day).orElse(desk.today());
        Answer<PremiumsDue.Worked> answer = worked(desk, chosen, asOf, surplus);
        PremiumsDue.Worked worked = answer instanceof Answer.Done<PremiumsDue.Worked> done ? done.value() : null;
        Query query =
                Query.of("/premium").with("pack", chosen).with("day", asOf).with("surplus", surplus);
        return PageView.of(
                "enrolment/premium.jte",
                new Page(desk, desk.words().of("web.place.premium"), List.of(), Place.PREMIUM),
                new PremiumPage(
                        packs,
                        query,
                        asOf,
                        surplus,
                        worked,
                        worked == null ? Map.of() : names(desk, worked),
                        worked == null ? List.of() : laws.of(clauses(worked)),
                        !packs.isEmpty() && answer instanceof Answer.Refused<PremiumsDue.Worked> refused
                                ? refused
                                : null));
    }

    private List<PolicyPack> packs(Desk desk) {
        return library.packs().stream()
                .flatMap(one -> adoptions.inUse(desk.actor(), one.id()).stream())
                .map(used -> used.rules().pack())
                .filter(one -> one.funds().premium() != null)
                .toList();
    }

    private Answer<PremiumsDue.Worked> worked(Desk desk, String pack, LocalDate day, String surplus) {
        if (surplus.isBlank()) {
            return premiums.due(desk.actor(), pack, day);
        }
        OptionalLong fen = Yuan.fen(surplus.strip().replace(",", ""));
        return fen.isEmpty()
                ? Answer.refused(EnrolmentRefusal.BAD_AMOUNT)
                : premiums.due(desk.actor(), pack, day, new Fen(fen.getAsLong()));
    }

    private Map<String, String> names(Desk desk, PremiumsDue.Worked worked) {
        return divisionNames(desk, work, divisions, worked);
    }

    /** What the divisions of a premium are called: as the pack calls them, else as the register does. */
    static Map<String, String> divisionNames(
            Desk desk, ScopedWork work, Divisions divisions, PremiumsDue.Worked worked) {
        Show show = Show.to(desk);
        return work.read(desk.actor(), () -> {
            Map<String, String> names = new HashMap<>();
            worked.paths()
                    .forEach((code, path) ->
                            divisions.find(path).ifPresent(found -> names.put(code, show.division(found))));
            worked.due().funding().divisions().forEach(one -> names.put(one.code(), show.text(one.name())));
            return names;
        });
    }

    private static String[] clauses(PremiumsDue.Worked worked) {
        List<String> clauses = new ArrayList<>();
        clauses.add(worked.due().funding().clause().text());
        worked.due().funding().lines().forEach(line -> clauses.add(line.clause().text()));
        worked.due()
                .funding()
                .payers()
                .forEach(payer -> clauses.add(payer.clause().text()));
        return clauses.toArray(String[]::new);
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/premium/export")
    Object export(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String surplus) {
        LocalDate asOf = ContractPages.day(day).orElse(desk.today());
        return worked(desk, pack, asOf, surplus) instanceof Answer.Done<PremiumsDue.Worked> done
                ? ExcelFile.answer(
                        desk.words().of("web.place.premium") + " " + pack + " " + asOf + ".xlsx",
                        workbook(desk, done.value()))
                : page(desk, pack, day, surplus).withStatus(422);
    }

    private byte[] workbook(Desk desk, PremiumsDue.Worked worked) {
        Show show = Show.to(desk);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(desk.words().of("enrolment.premium.division"), Column.Kind.TEXT));
        columns.add(new Column(desk.words().of("enrolment.products"), Column.Kind.TEXT));
        columns.add(new Column(desk.words().of("enrolment.premium.headcount"), Column.Kind.TEXT));
        boolean byDays = !worked.byDays().isEmpty();
        if (byDays) {
            columns.add(new Column(desk.words().of("enrolment.premium.joined"), Column.Kind.TEXT));
        }
        for (String money : List.of("rate", "premium", "carried", "due")) {
            columns.add(new Column(desk.words().of("enrolment.premium." + money), Column.Kind.MONEY));
        }
        worked.due()
                .funding()
                .payers()
                .forEach(payer -> columns.add(new Column(show.text(payer.name()), Column.Kind.MONEY)));
        Map<String, String> names = names(desk, worked);
        return ExcelFile.of(columns, rows -> {
            for (DivisionPremium division : worked.due().divisions()) {
                for (LineDue line : division.lines()) {
                    rows.text(names.getOrDefault(division.code(), division.code()))
                            .text(show.text(line.line().name()))
                            .text(line.headcount());
                    if (byDays) {
                        rows.text(joined(worked, division, line));
                    }
                    rows.money(line.line().rate().amount())
                            .money(line.premium().amount())
                            .money(line.carriedOver().amount())
                            .money(line.due().amount());
                    for (var payer : worked.due().funding().payers()) {
                        rows.money(line.payments().stream()
                                .filter(payment -> payment.payer().equals(payer))
                                .map(Payment::amount)
                                .mapToLong(Fen::amount)
                                .sum());
                    }
                    rows.endRow();
                }
            }
        });
    }

    /** How many of a figure joined within the period and are charged by days; nothing where full periods are charged. */
    static String joined(PremiumsDue.Worked worked, DivisionPremium division, LineDue line) {
        return worked.byDays(division.code(), line.line().product())
                .map(cost -> Long.toString(cost.joined()))
                .orElse("");
    }
}
