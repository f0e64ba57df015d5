package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Trial;
import fangpin.office.settlement.YearAccounts;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 出院结算窗口: the person found by ID number, the bill entered, tried, settled; a bill's page with every fen of it. */
@Controller
public class SettlementPages {
    private static final int ROWS = 50;

    private final Settlements settlements;
    private final YearAccounts years;
    private final Hospitals hospitals;
    private final Covers covers;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final Laws laws;
    private final StaffNames staff;

    SettlementPages(
            Settlements settlements,
            YearAccounts years,
            Hospitals hospitals,
            Covers covers,
            Adoptions adoptions,
            PolicyLibrary library,
            Laws laws,
            StaffNames staff) {
        this.settlements = settlements;
        this.years = years;
        this.hospitals = hospitals;
        this.covers = covers;
        this.adoptions = adoptions;
        this.library = library;
        this.laws = laws;
        this.staff = staff;
    }

    /** 结算清单. */
    public record BillList(List<Bill> bills, @Nullable Long next) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements")
    PageView list(Desk desk, @RequestParam(defaultValue = "9223372036854775807") long before) {
        List<Bill> found = settlements.list(desk.actor(), before, ROWS + 1);
        List<Bill> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "settlement/list.jte",
                page(desk),
                new BillList(shown, found.size() > ROWS ? shown.getLast().id() : null));
    }

    /**
     * 结算窗口.
     *
     * @param typed fields as they were typed; the message's number among them
     * @param insured null before somebody was found
     * @param columns amounts that the product asks for; none while nobody was found who is covered
     * @param result null before a trial
     */
    public record WindowPage(
            List<Hospital> hospitals,
            Map<String, String> typed,
            Covers.@Nullable Insured insured,
            String maskedId,
            List<Held> covers,
            List<InputColumn> columns,
            @Nullable Result result,
            Answer.@Nullable Refused<?> refused) {
        /** What was typed into a field. */
        public String typedIn(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** A cover with the name of its product. */
    public record Held(Text product, Cover cover) {}

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/new")
    PageView window(Desk desk) {
        return window(desk, Map.of(), null, null);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/person")
    PageView person(Desk desk, @RequestParam Map<String, String> typed) {
        Map<String, String> begun = new HashMap<>(typed);
        begun.put("messageId", UUID.randomUUID().toString());
        boolean known = covers.insuredWith(desk.actor(), typed.getOrDefault("idNumber", ""))
                .isPresent();
        return known
                ? window(desk, begun, null, null)
                : window(desk, begun, null, new Answer.Refused<>(SettlementRefusal.UNKNOWN_PERSON, List.of()))
                        .withStatus(422);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/trial")
    PageView trial(Desk desk, @RequestParam Map<String, String> typed) {
        return switch (message(desk, typed)) {
            case Answer.Refused<BillMessage> refused ->
                window(desk, typed, null, refused).withStatus(422);
            case Answer.Done<BillMessage> message ->
                switch (settlements.trial(desk.actor(), hospital(desk, typed), message.value(), desk.today())) {
                    case Answer.Refused<Trial> refused ->
                        window(desk, typed, null, refused).withStatus(422);
                    case Answer.Done<Trial> done -> window(desk, typed, done.value(), null);
                };
        };
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements")
    View settle(Desk desk, @RequestParam Map<String, String> typed) {
        return switch (message(desk, typed)) {
            case Answer.Refused<BillMessage> refused ->
                window(desk, typed, null, refused).withStatus(422);
            case Answer.Done<BillMessage> message ->
                switch (settlements.settle(desk.actor(), hospital(desk, typed), message.value(), desk.today())) {
                    case Answer.Refused<Bill> refused ->
                        window(desk, typed, null, refused).withStatus(422);
                    case Answer.Done<Bill> done ->
                        See.other("/settlements/" + done.value().id());
                };
        };
    }

    private PageView window(
            Desk desk, Map<String, String> typed, @Nullable Trial trial, Answer.@Nullable Refused<?> refused) {
        Optional<Covers.Insured> insured = typed.containsKey("idNumber")
                ? covers.insuredWith(desk.actor(), typed.getOrDefault("idNumber", ""))
                : Optional.empty();
        List<Cover> held =
                insured.map(found -> covers.of(desk.actor(), found.personId())).orElse(List.of());
        return PageView.of(
                "settlement/window.jte",
                page(desk),
                new WindowPage(
                        hospitals.of(desk.actor()),
                        typed,
                        insured.orElse(null),
                        Mask.of(FieldKind.ID_NUMBER, typed.getOrDefault("idNumber", "")),
                        held.stream()
                                .map(cover -> new Held(library.productName(cover.pack(), cover.product()), cover))
                                .toList(),
                        columns(desk, held),
                        trial == null ? null : Result.of(trial, tongue(desk), laws),
                        refused));
    }

    /** The amounts of the products that the person's covers settle bills with, each column once. */
    private List<InputColumn> columns(Desk desk, List<Cover> held) {
        List<InputColumn> columns = new ArrayList<>();
        for (Cover cover : held) {
            adoptions
                    .inUse(desk.actor(), cover.pack())
                    .flatMap(used -> used.rules().pack().product(cover.product()))
                    .filter(product -> product.caseKind() == Product.CaseKind.BILL)
                    .ifPresent(product -> product.inputs().stream()
                            .filter(column -> column.kind() == InputColumn.Kind.MONEY)
                            .filter(column ->
                                    columns.stream().noneMatch(one -> one.name().equals(column.name())))
                            .forEach(columns::add));
        }
        return columns;
    }

    private long hospital(Desk desk, Map<String, String> typed) {
        String chosen = typed.getOrDefault("hospital", "");
        List<Hospital> own = hospitals.of(desk.actor());
        return own.stream()
                .filter(one -> Long.toString(one.id()).equals(chosen) || own.size() == 1)
                .map(Hospital::id)
                .findFirst()
                .orElse(0L);
    }

    private Answer<BillMessage> message(Desk desk, Map<String, String> typed) {
        Optional<LocalDate> admitted = day(typed.getOrDefault("admittedOn", ""));
        Optional<LocalDate> discharged = day(typed.getOrDefault("dischargedOn", ""));
        if (admitted.isEmpty() || discharged.isEmpty()) {
            return Answer.refused(SettlementRefusal.BAD_DATE);
        }
        String idNumber = typed.getOrDefault("idNumber", "").strip().toUpperCase(Locale.ROOT);
        List<Cover> held = covers.insuredWith(desk.actor(), idNumber)
                .map(found -> covers.of(desk.actor(), found.personId()))
                .orElse(List.of());
        Map<String, Long> amounts = new HashMap<>();
        for (InputColumn column : columns(desk, held)) {
            String cell = typed.getOrDefault(column.name(), "").strip();
            OptionalLong fen = Yuan.fen(cell);
            if (fen.isPresent()) {
                amounts.put(column.name(), fen.getAsLong());
            } else if (!cell.isEmpty()) {
                return Answer.refused(SettlementRefusal.BAD_AMOUNT, column.label());
            }
        }
        return Answer.done(new BillMessage(
                typed.getOrDefault("messageId", ""),
                typed.getOrDefault("billNumber", "").strip(),
                idNumber,
                admitted.get(),
                discharged.get(),
                amounts));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** 结算单页: what counts now with its trace, and every decision before it. */
    public record BillPage(
            Bill bill,
            Text product,
            Result result,
            Map<Long, String> staff,
            boolean own,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        Bill bill = settlements.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Decision shown = bill.decisions().reversed().stream()
                .filter(one -> one.kind() != Decision.Kind.CANCELLED)
                .findFirst()
                .orElseThrow();
        return PageView.of(
                "settlement/bill.jte",
                page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new BillPage(
                        bill,
                        library.productName(bill.pack(), bill.product()),
                        Result.of(settlements.explained(desk.actor(), bill, shown), tongue(desk), laws),
                        staff.namesOf(bill.decisions().stream()
                                .map(Decision::decidedBy)
                                .toList()),
                        desk.actor().scope().holds(bill.hospital().path())
                                && desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/recompute")
    PageView recompute(Desk desk) {
        return PageView.of(
                "settlement/recompute.jte",
                page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                years.recompute(desk.actor()));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/{id}/cancel")
    View cancel(
            Desk desk,
            @PathVariable long id,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String reason) {
        return switch (settlements.cancel(desk.actor(), id, number, reason, desk.today())) {
            case Answer.Done<Bill> done -> See.other("/settlements/" + id);
            case Answer.Refused<Bill> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Bill> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    private static Text.Language tongue(Desk desk) {
        return desk.language() == Language.CHINESE ? Text.Language.ZH : Text.Language.EN;
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.settlements"), List.of(), Place.SETTLEMENTS);
    }
}
