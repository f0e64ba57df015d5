package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.Responsibility;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.ProductReports;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.fund.PlaceNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 按险种统计上报: live counts beside what each county sent, to be received by the city's responsible department. */
@Controller
public class ProductCountPages {
    private final ProductReports reports;
    private final PolicyLibrary library;
    private final PlaceNames places;

    ProductCountPages(ProductReports reports, PolicyLibrary library, PlaceNames places) {
        this.reports = reports;
        this.library = library;
        this.places = places;
    }

    /** A county and product: what is, and what was sent last. */
    public record Line(
            String path,
            String place,
            String pack,
            String product,
            long persons,
            long households,
            ProductReports.@Nullable Report report) {
        /** More are insured now than were sent; below zero fewer. */
        public long since() {
            return report == null ? 0 : persons - report.persons();
        }
    }

    /**
     * 统计上报页.
     *
     * @param responsible whom the packs of these products name
     */
    public record CountsPage(
            LocalDate day,
            List<Line> lines,
            List<Responsibility> responsible,
            PolicyLibrary library,
            boolean sends,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/product-counts")
    PageView page(Desk desk, @RequestParam(defaultValue = "") String day) {
        return page(desk, ContractPages.day(day).orElse(desk.today()), null);
    }

    private PageView page(Desk desk, LocalDate day, Answer.@Nullable Refused<?> refused) {
        List<Line> lines = lines(desk, day);
        return PageView.of(
                "enrolment/product-counts.jte",
                new Page(desk, desk.words().of("web.place.product-counts"), List.of(), Place.PRODUCT_COUNTS),
                new CountsPage(
                        day,
                        lines,
                        lines.stream()
                                .map(Line::pack)
                                .distinct()
                                .flatMap(this::responsible)
                                .toList(),
                        library,
                        desk.actor().may(Right.ENROLMENT_WRITE) && ProductReports.ofCounty(desk.actor()),
                        refused));
    }

    private Stream<Responsibility> responsible(String pack) {
        Optional<PolicyPack> found = library.pack(pack);
        return found.stream().flatMap(one -> one.provisions(Responsibility.class).stream());
    }

    List<Line> lines(Desk desk, LocalDate day) {
        List<ProductReports.Count> counts = reports.counts(desk.actor(), day);
        Map<String, ProductReports.Report> sent = reports.reports(desk.actor()).stream()
                .collect(Collectors.toMap(
                        one -> one.path() + one.pack() + " " + one.product(),
                        Function.identity(),
                        (one, other) -> one));
        Map<String, String> names =
                places.of(desk, counts.stream().map(ProductReports.Count::path).toList());
        return counts.stream()
                .map(one -> new Line(
                        one.path(),
                        names.getOrDefault(one.path(), one.path()),
                        one.pack(),
                        one.product(),
                        one.persons(),
                        one.households(),
                        sent.get(one.path() + one.pack() + " " + one.product())))
                .toList();
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/product-counts")
    View send(Desk desk, @RequestParam(defaultValue = "") String day) {
        LocalDate asked = ContractPages.day(day).orElse(desk.today());
        return switch (reports.send(desk.actor(), asked, desk.today())) {
            case Answer.Done<Long> done -> See.other("/product-counts?day=" + asked);
            case Answer.Refused<Long> refused -> page(desk, asked, refused).withStatus(422);
        };
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/product-counts/{id}/received")
    View receive(Desk desk, @PathVariable long id) {
        return switch (reports.receive(desk.actor(), id, desk.today())) {
            case Answer.Done<Long> done -> See.other("/product-counts");
            case Answer.Refused<Long> refused ->
                page(desk, desk.today(), refused).withStatus(422);
        };
    }
}
