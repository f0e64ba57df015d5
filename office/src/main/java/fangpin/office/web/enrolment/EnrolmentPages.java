package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.ListCount;
import fangpin.office.enrolment.ListDifference;
import fangpin.office.enrolment.ListLines;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 参保名单: drafted, looked through by place, taken step by step until it is in force. */
@Controller
public class EnrolmentPages {
    private final Enrolments enrolments;
    private final Contracts contracts;
    private final ListLines lines;
    private final ListReplies replies;
    private final Divisions divisions;
    private final PolicyLibrary library;
    private final ScopedWork work;
    private final StaffNames staff;

    EnrolmentPages(
            Enrolments enrolments,
            Contracts contracts,
            ListLines lines,
            ListReplies replies,
            Divisions divisions,
            PolicyLibrary library,
            ScopedWork work,
            StaffNames staff) {
        this.enrolments = enrolments;
        this.contracts = contracts;
        this.lines = lines;
        this.replies = replies;
        this.divisions = divisions;
        this.library = library;
        this.work = work;
        this.staff = staff;
    }

    /** 起草名单页. */
    public record DraftPage(
            Contract contract, List<Division> places, String asOf, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.ENROLMENT_WRITE)
    @GetMapping("/contracts/{id}/enrolments/new")
    PageView form(Desk desk, @PathVariable long id) {
        return form(desk, id, "", null);
    }

    private PageView form(Desk desk, long id, String asOf, Answer.@Nullable Refused<Long> refused) {
        Contract contract = contracts.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        String scope = desk.actor().scope().path();
        List<Division> places = work.read(
                desk.actor(),
                () -> Stream.concat(divisions.find(scope).stream(), divisions.below(scope).stream())
                        .filter(place -> place.path().startsWith(contract.path()))
                        .toList());
        LocalDate day = desk.today().isBefore(contract.validTo())
                ? desk.today()
                : contract.validTo().minusDays(1);
        return PageView.of(
                "enrolment/list-form.jte",
                page(desk, "enrolment.list.new", contract),
                new DraftPage(contract, places, asOf.isEmpty() ? day.toString() : asOf, refused));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/enrolments")
    View draft(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String asOf) {
        Answer<Long> answer = ContractPages.day(asOf)
                .map(day -> enrolments.draft(desk.actor(), id, place, day, desk.today()))
                .orElseGet(() -> Answer.refused(EnrolmentRefusal.BAD_DAY));
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/enrolments/" + done.value());
            case Answer.Refused<Long> refused -> form(desk, id, asOf, refused).withStatus(422);
        };
    }

    /** 名单页: how many come out how, by place. */
    public record ListPage(
            Enrolment list,
            Map<String, String> productNames,
            String place,
            List<Division> chain,
            Map<String, String> places,
            List<ListCount> counts,
            Map<Long, String> staff,
            Map<ListDifference.Kind, Long> open,
            boolean mine,
            Answer.@Nullable Refused<Long> refused) {
        /** The places that occur. */
        public List<String> paths() {
            return counts.stream().map(ListCount::path).distinct().toList();
        }

        /** The products that occur. */
        public List<String> products() {
            return list.contract().products().stream()
                    .map(Contract.Line::product)
                    .toList();
        }

        /** How many of a place come out so; of all places when it is empty. */
        public long at(String path, String product, Enrolment.Outcome outcome) {
            return counts.stream()
                    .filter(one -> (path.isEmpty() || one.path().equals(path))
                            && one.product().equals(product)
                            && one.outcome() == outcome)
                    .mapToLong(ListCount::persons)
                    .sum();
        }

        /** Reasons of a product's outcomes, each with how many; outcomes in their order. */
        public List<ListCount> reasons(String product) {
            List<ListCount> sums = new ArrayList<>();
            for (Enrolment.Outcome outcome : Enrolment.Outcome.values()) {
                counts.stream()
                        .filter(one -> one.product().equals(product) && one.outcome() == outcome)
                        .map(ListCount::reason)
                        .distinct()
                        .sorted()
                        .forEach(reason -> sums.add(new ListCount(
                                place,
                                product,
                                outcome,
                                reason,
                                counts.stream()
                                        .filter(one -> one.product().equals(product)
                                                && one.outcome() == outcome
                                                && one.reason().equals(reason))
                                        .mapToLong(ListCount::persons)
                                        .sum())));
            }
            return sums;
        }

        /** The address of the lines behind a figure. */
        public String lines(String path, String product, Enrolment.Outcome outcome, String reason) {
            return Query.of("/enrolments/" + list.id() + "/persons")
                    .with("place", path)
                    .with("product", product)
                    .with("outcome", outcome.word())
                    .with("reason", reason)
                    .address();
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/enrolments/{id}")
    PageView one(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String place) {
        return one(desk, id, place, null);
    }

    private PageView one(Desk desk, long id, String asked, Answer.@Nullable Refused<Long> refused) {
        Enrolment list = enrolments.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        String scope = desk.actor().scope().path();
        String widest = scope.startsWith(list.path()) ? scope : list.path();
        String place = asked.startsWith(widest) ? asked : widest;
        List<ListCount> counts = lines.counts(desk.actor(), list, place);
        List<Division> chain = work.read(desk.actor(), () -> divisions.chain(place)).stream()
                .filter(above -> above.path().startsWith(widest))
                .toList();
        Map<String, String> names = work.read(
                desk.actor(),
                () -> divisions.namesOf(
                        counts.stream().map(ListCount::path).distinct().toList()));
        return PageView.of(
                "enrolment/list.jte",
                page(desk, "enrolment.list", list.contract()),
                new ListPage(
                        list,
                        productNames(desk, list.contract()),
                        place,
                        chain,
                        names,
                        counts,
                        staff.namesOf(Stream.of(list.draftedBy(), list.checkedBy(), list.approvedBy())
                                .filter(Objects::nonNull)
                                .toList()),
                        replies.openByKind(desk.actor(), list),
                        desk.actor().scope().holds(list.path()),
                        refused));
    }

    private Map<String, String> productNames(Desk desk, Contract contract) {
        Map<String, String> names = new LinkedHashMap<>();
        contract.products()
                .forEach(line -> names.put(
                        line.product(), Show.to(desk).text(library.productName(contract.pack(), line.product()))));
        return names;
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/redraw")
    View redraw(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(desk, id, enrolments.redraw(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/check")
    View check(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(desk, id, enrolments.check(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/enrolments/{id}/approve")
    View approve(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(desk, id, enrolments.approve(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/send")
    View send(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(desk, id, enrolments.send(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/in-force")
    View putInForce(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(desk, id, enrolments.putInForce(desk.actor(), id, version, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/enrolments/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(
                desk, id, enrolments.sendBack(desk.actor(), id, version, ContractPages.reason(typed), desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/withdraw")
    View withdraw(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        int version = ContractPages.version(typed);
        return answer(
                desk, id, enrolments.withdraw(desk.actor(), id, version, ContractPages.reason(typed), desk.today()));
    }

    View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/enrolments/" + id);
            case Answer.Refused<Long> refused
            when refused.reason() == EnrolmentRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Long> refused -> one(desk, id, "", refused).withStatus(422);
        };
    }

    static Page page(Desk desk, String title, Contract contract) {
        return new Page(desk, desk.words().of(title), List.of(), Place.CONTRACTS)
                .under(desk.words().of("web.place.contracts"), "/contracts")
                .under(contract.number(), "/contracts/" + contract.id());
    }
}
