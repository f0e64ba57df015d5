package fangpin.office.web.enrolment;

import fangpin.office.access.Right;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Handbooks;
import fangpin.office.enrolment.Referral;
import fangpin.office.enrolment.Referrals;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of insurance before a bill as tables: contracts, handbooks by village, covers left to people, counts per product. */
@Configuration(proxyBeanMethods = false)
class EnrolmentSheets {
    @Bean
    ListSheet contractSheet(Contracts contracts, PolicyLibrary library) {
        return new MadeSheet(
                "contracts",
                Right.ENROLMENT_READ,
                Place.CONTRACTS,
                (desk, choices) -> new ListSheet.Sheet(
                        List.of(
                                "enrolment.number",
                                "enrolment.insurer",
                                "enrolment.pack",
                                "enrolment.products",
                                "enrolment.period",
                                "register.field.stage"),
                        contracts.all(desk.actor()).stream()
                                .map(one -> row(desk, one, library))
                                .toList()));
    }

    private static List<String> row(Desk desk, Contract one, PolicyLibrary library) {
        Show show = Show.to(desk);
        return List.of(
                one.number(),
                one.insurer().name(),
                one.pack(),
                one.products().stream()
                        .map(line -> show.text(library.productName(one.pack(), line.product())) + " "
                                + show.yuan(line.rateFen()))
                        .collect(Collectors.joining("；")),
                show.date(one.validFrom()) + " – " + show.until(one.validTo()),
                desk.words()
                        .of("enrolment.contract-stage."
                                + one.stage().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Bean
    ListSheet handbookSheet(Handbooks handbooks) {
        return new MadeSheet("handbooks", Right.REGISTER_EXPORT, Place.HANDBOOKS, (desk, choices) -> {
            Show show = Show.to(desk);
            String scope = desk.actor().scope().path();
            String place = choices.getOrDefault("place", "");
            return new ListSheet.Sheet(
                    List.of(
                            "register.field.village",
                            "enrolment.handbook.persons",
                            "enrolment.handbook.delivered",
                            "enrolment.handbook.briefed",
                            "enrolment.handbook.missing"),
                    handbooks
                            .villages(
                                    desk.actor(),
                                    choices.getOrDefault("pack", ""),
                                    place.startsWith(scope) ? place : scope,
                                    desk.today())
                            .stream()
                            .map(one -> List.of(
                                    one.name(),
                                    show.number(one.covered()),
                                    show.number(one.delivered()),
                                    show.number(one.briefed()),
                                    show.number(one.covered() - one.delivered())))
                            .toList());
        });
    }

    @Bean
    ListSheet referralSheet(Referrals referrals, PolicyLibrary library) {
        return new MadeSheet("referrals", Right.REGISTER_EXPORT, Place.INSURED, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            "register.field.name",
                            "fund.product",
                            "enrolment.reason",
                            "register.field.clause",
                            "register.field.stage",
                            "enrolment.referral.said"),
                    referrals.all(desk.actor(), ListSheet.MOST).stream()
                            .map(one -> List.of(
                                    show.name(one.personName()),
                                    show.text(library.productName(one.pack(), one.product())),
                                    show.code("status", one.category()),
                                    one.clause(),
                                    desk.words()
                                            .of("enrolment.referral.stage."
                                                    + one.stage().name().toLowerCase(Locale.ROOT)),
                                    one.stage() == Referral.Stage.OPEN
                                            ? ""
                                            : desk.words().of("enrolment.referral.covered." + one.covered()) + " "
                                                    + one.reason()))
                            .toList());
        });
    }

    @Bean
    ListSheet productCountSheet(ProductCountPages pages, PolicyLibrary library) {
        return new MadeSheet("product-counts", Right.ENROLMENT_READ, Place.PRODUCT_COUNTS, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            "fund.place",
                            "fund.product",
                            "enrolment.counts.persons",
                            "enrolment.counts.households",
                            "enrolment.counts.sent",
                            "enrolment.counts.sent-persons",
                            "enrolment.counts.received"),
                    pages
                            .lines(
                                    desk,
                                    ContractPages.day(choices.getOrDefault("day", ""))
                                            .orElse(desk.today()))
                            .stream()
                            .map(one -> List.of(
                                    one.place(),
                                    show.text(library.productName(one.pack(), one.product())),
                                    show.number(one.persons()),
                                    show.number(one.households()),
                                    one.report() == null
                                            ? ""
                                            : show.date(one.report().sentOn()),
                                    one.report() == null
                                            ? ""
                                            : show.number(one.report().persons()),
                                    one.report() == null
                                            ? ""
                                            : show.date(one.report().receivedOn())))
                            .toList());
        });
    }
}
