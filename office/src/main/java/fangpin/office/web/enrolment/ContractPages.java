package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.ContractConduct;
import fangpin.office.enrolment.ContractFiles;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.Insurer;
import fangpin.office.enrolment.Insurers;
import fangpin.office.enrolment.PendingChange;
import fangpin.office.enrolment.PendingChanges;
import fangpin.office.enrolment.RequiredItem;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.TypedDay;
import fangpin.office.web.fund.PlaceNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 承办合同: insurers, contracts drafted item by item, put in force by a second person. */
@Controller
public class ContractPages {
    private final Contracts contracts;
    private final Insurers insurers;
    private final Enrolments enrolments;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final StaffNames staff;
    private final Laws laws;
    private final ContractConduct conduct;
    private final ContractFiles files;
    private final PendingChanges pending;
    private final PlaceNames places;
    private final Clock clock;

    ContractPages(
            Contracts contracts,
            Insurers insurers,
            Enrolments enrolments,
            Adoptions adoptions,
            PolicyLibrary library,
            StaffNames staff,
            Laws laws,
            ContractConduct conduct,
            ContractFiles files,
            PendingChanges pending,
            PlaceNames places,
            Clock clock) {
        this.contracts = contracts;
        this.insurers = insurers;
        this.enrolments = enrolments;
        this.adoptions = adoptions;
        this.library = library;
        this.staff = staff;
        this.laws = laws;
        this.conduct = conduct;
        this.files = files;
        this.pending = pending;
        this.places = places;
        this.clock = clock;
    }

    /** 合同一览. */
    public record ContractList(List<Contract> contracts, List<Enrolment> lists) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/contracts")
    PageView list(Desk desk) {
        return PageView.of(
                "enrolment/contracts.jte",
                page(desk, "web.place.contracts"),
                new ContractList(contracts.all(desk.actor()), enrolments.all(desk.actor(), null)));
    }

    /**
     * 起草合同页.
     *
     * @param packs those in use
     */
    public record DraftPage(
            List<PolicyPack> packs,
            List<Insurer> insurers,
            Map<String, String> typed,
            Answer.@Nullable Refused<Long> refused) {
        /** What was typed into a field. */
        public String typedIn(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @Needs(Right.ENROLMENT_WRITE)
    @GetMapping("/contracts/new")
    PageView form(Desk desk) {
        return form(desk, Map.of(), null);
    }

    private PageView form(Desk desk, Map<String, String> typed, Answer.@Nullable Refused<Long> refused) {
        List<PolicyPack> packs = library.packs().stream()
                .flatMap(pack -> adoptions.inUse(desk.actor(), pack.id()).stream())
                .map(used -> used.rules().pack())
                .filter(pack -> !pack.products().isEmpty())
                .toList();
        return PageView.of(
                "enrolment/contract-form.jte",
                page(desk, "enrolment.contract.new").under(desk.words().of("web.place.contracts"), "/contracts"),
                new DraftPage(packs, insurers.all(desk.actor()), typed, refused));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts")
    View draft(Desk desk, @RequestParam Map<String, String> typed) {
        Optional<LocalDate> from = day(typed.get("validFrom"));
        Optional<LocalDate> last = day(typed.get("validLast"));
        if (from.isEmpty() || last.isEmpty()) {
            return form(desk, typed, new Answer.Refused<>(EnrolmentRefusal.BAD_PERIOD, List.of()))
                    .withStatus(422);
        }
        String pack = typed.getOrDefault("pack", "");
        Set<String> products = new HashSet<>();
        typed.keySet().forEach(name -> {
            if (name.startsWith(pack + ".")) {
                products.add(name.substring(pack.length() + 1));
            }
        });
        Contracts.Wanted wanted = new Contracts.Wanted(
                typed.getOrDefault("number", ""),
                number(typed.get("insurer")),
                pack,
                products,
                from.get(),
                last.get().plusDays(1),
                typed.getOrDefault("account", ""));
        return switch (contracts.draft(desk.actor(), wanted, desk.today())) {
            case Answer.Done<Long> done -> See.other("/contracts/" + done.value());
            case Answer.Refused<Long> refused -> form(desk, typed, refused).withStatus(422);
        };
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/insurers")
    View addInsurer(
            Desk desk, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String name) {
        return switch (insurers.add(desk.actor(), code, name)) {
            case Answer.Done<Long> done -> See.other("/contracts/new");
            case Answer.Refused<Long> refused -> form(desk, Map.of(), refused).withStatus(422);
        };
    }

    /**
     * 合同页.
     *
     * @param mine whether the reader's division decides about it
     * @param extensionClause on whose condition an extension rests
     */
    public record ContractPage(
            Contract contract,
            Optional<PolicyPack> pack,
            List<RequiredItem> items,
            List<Enrolment> lists,
            List<PendingChange> pending,
            Map<String, String> places,
            List<Long> logins,
            Map<Long, String> staff,
            List<Law> laws,
            boolean mine,
            ContractConduct.Standing conduct,
            String extensionClause,
            List<Attachments.Listed> files,
            Answer.@Nullable Refused<Long> refused) {
        /** How many items are missing. */
        public long missing() {
            return items.stream().filter(RequiredItem::missing).count();
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/contracts/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    PageView one(Desk desk, long id, Answer.@Nullable Refused<Long> refused) {
        Contract contract = contracts.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<RequiredItem> items = contracts.items(desk.actor(), contract);
        List<Long> logins = insurers.logins(desk.actor(), contract.insurer().id());
        List<Long> names = Stream.of(
                        Stream.of(contract.enteredBy(), contract.proposedBy(), contract.answeredBy()),
                        logins.stream(),
                        items.stream().map(RequiredItem::enteredBy))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
        String[] clauses = items.stream().map(RequiredItem::clause).toArray(String[]::new);
        List<PendingChange> changes = pending.waiting(desk.actor()).stream()
                .filter(change -> change.contract().id() == id)
                .toList();
        return PageView.of(
                "enrolment/contract.jte",
                page(desk, "enrolment.contract").under(desk.words().of("web.place.contracts"), "/contracts"),
                new ContractPage(
                        contract,
                        library.pack(contract.pack()),
                        items,
                        enrolments.all(desk.actor(), id),
                        changes,
                        places.of(
                                desk, changes.stream().map(PendingChange::path).toList()),
                        logins,
                        staff.namesOf(names),
                        laws.of(clauses),
                        desk.actor().scope().holds(contract.path()),
                        conduct.of(desk.actor(), id),
                        conduct.clause(desk.actor(), contract),
                        files.of(desk.actor(), id),
                        refused));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/pending")
    View count(Desk desk, @PathVariable long id) {
        pending.count(desk.actor(), id, desk.today(), clock.instant());
        return See.other("/contracts/" + id + "#pending");
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/items")
    View note(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(desk, id, contracts.note(desk.actor(), id, version(typed), typed, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/propose")
    View propose(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(desk, id, contracts.propose(desk.actor(), id, version(typed), desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/approve")
    View approve(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(desk, id, contracts.approve(desk.actor(), id, version(typed), desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(desk, id, contracts.sendBack(desk.actor(), id, version(typed), reason(typed), desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/contracts/{id}/withdraw")
    View withdraw(Desk desk, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return answer(desk, id, contracts.withdraw(desk.actor(), id, version(typed), reason(typed), desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/logins")
    View addLogin(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String userName) {
        Contract contract = contracts.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return answer(
                desk, id, insurers.addLogin(desk.actor(), contract.insurer().id(), userName));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/contracts/{id}/logins/remove")
    View removeLogin(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "0") long account) {
        Contract contract = contracts.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return answer(
                desk, id, insurers.removeLogin(desk.actor(), contract.insurer().id(), account));
    }

    private View answer(Desk desk, long id, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/contracts/" + id);
            case Answer.Refused<Long> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    static int version(Map<String, String> typed) {
        return (int) number(typed.get("version"));
    }

    static String reason(Map<String, String> typed) {
        return typed.getOrDefault("reason", "");
    }

    /** A number of a form; -1 for what is none. */
    static long number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : -1;
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        return TypedDay.of(typed);
    }

    private static Page page(Desk desk, String title) {
        return new Page(desk, desk.words().of(title), List.of(), Place.CONTRACTS);
    }
}
