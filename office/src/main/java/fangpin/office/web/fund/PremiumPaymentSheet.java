package fangpin.office.web.fund;

import fangpin.office.access.Right;
import fangpin.office.fund.PremiumPayment;
import fangpin.office.fund.PremiumPayments;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of premium that finance paid as a table. */
@Configuration(proxyBeanMethods = false)
class PremiumPaymentSheet {
    @Bean
    ListSheet premiumPaymentListSheet(PremiumPayments payments, PlaceNames places, PolicyLibrary library) {
        return new MadeSheet("premium-payments", Right.LEDGER_READ, Place.PREMIUM_PAYMENTS, (desk, choices) -> {
            Show show = Show.to(desk);
            List<PremiumPayment> rows = payments.list(desk.actor(), Long.MAX_VALUE, ListSheet.MOST);
            Map<String, String> names =
                    places.of(desk, rows.stream().map(PremiumPayment::path).toList());
            return new ListSheet.Sheet(
                    List.of(
                            "fund.paid-on",
                            "fund.place",
                            "fund.product",
                            "fund.payer",
                            "fund.amount",
                            "fund.reference",
                            "register.field.stage"),
                    rows.stream()
                            .map(one -> List.of(
                                    show.date(one.paidOn()),
                                    names.getOrDefault(one.path(), ""),
                                    show.text(library.productName(one.pack(), one.product())),
                                    library
                                            .pack(one.pack())
                                            .map(pack -> pack.funds().premium())
                                            .stream()
                                            .flatMap(funding -> funding.payers().stream())
                                            .filter(payer -> payer.id().equals(one.payer()))
                                            .map(payer -> show.text(payer.name()))
                                            .findFirst()
                                            .orElse(one.payer()),
                                    show.yuan(one.amountFen()),
                                    one.bankReference(),
                                    desk.words()
                                            .of("fund.premium-state."
                                                    + one.state().word())))
                            .toList());
        });
    }
}
