package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.enrolment.Referrals;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Trial;
import fangpin.office.web.Desk;
import fangpin.office.web.Laws;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 出院结算窗口: the person found by ID number, the bill entered, tried, settled. */
@Controller
public class SettlementWindow {
    private final Settlements settlements;
    private final ReferredBills referred;
    private final Hospitals hospitals;
    private final Covers covers;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final Laws laws;

    SettlementWindow(
            Settlements settlements,
            ReferredBills referred,
            Hospitals hospitals,
            Covers covers,
            Adoptions adoptions,
            PolicyLibrary library,
            Laws laws) {
        this.settlements = settlements;
        this.referred = referred;
        this.hospitals = hospitals;
        this.covers = covers;
        this.adoptions = adoptions;
        this.library = library;
        this.laws = laws;
    }

    /**
     * 结算窗口.
     *
     * @param typed fields as they were typed; the message's number among them
     * @param insured null before somebody was found
     * @param referred whether people have to decide first if the person found is insured (a rule refers)
     * @param columns what the product asks for; none while nobody was found who is covered
     * @param result null before a trial
     */
    public record WindowPage(
            List<Hospital> hospitals,
            Map<String, String> typed,
            Covers.@Nullable Insured insured,
            String maskedId,
            List<Held> covers,
            boolean referred,
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

    /** Whom a request is about: found once in a request, and each time recorded. */
    private record Asked(
            Covers.@Nullable Insured insured, List<Cover> covers, boolean referred, List<InputColumn> columns) {}

    private Asked asked(Desk desk, Map<String, String> typed) {
        Covers.Insured insured = typed.containsKey("idNumber")
                ? settlements.look(desk.actor(), idNumber(typed)).orElse(null)
                : null;
        if (insured == null && typed.containsKey("idNumber")) {
            Optional<Referrals.Standing> standing = referred.standing(desk.actor(), idNumber(typed))
                    .filter(one -> one.covered().orElse(true));
            if (standing.isPresent()) {
                return new Asked(
                        standing.get().person(),
                        List.of(),
                        true,
                        columns(desk, standing.get().pack(), standing.get().product()));
            }
        }
        List<Cover> held = insured == null ? List.of() : covers.of(desk.actor(), insured.personId());
        return new Asked(insured, held, false, columns(desk, held));
    }

    private static String idNumber(Map<String, String> typed) {
        return typed.getOrDefault("idNumber", "").strip().toUpperCase(Locale.ROOT);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/new")
    PageView window(Desk desk) {
        return window(desk, Map.of(), asked(desk, Map.of()), null, null);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/person")
    PageView person(Desk desk, @RequestParam Map<String, String> typed) {
        Map<String, String> begun = new HashMap<>(typed);
        begun.put("messageId", UUID.randomUUID().toString());
        Asked asked = asked(desk, begun);
        return asked.insured() != null
                ? window(desk, begun, asked, null, null)
                : window(desk, begun, asked, null, new Answer.Refused<>(SettlementRefusal.UNKNOWN_PERSON, List.of()))
                        .withStatus(422);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/trial")
    PageView trial(Desk desk, @RequestParam Map<String, String> typed) {
        Asked asked = asked(desk, typed);
        Answer<Trial> tried = message(asked, typed)
                .then(message -> settlements.trial(desk.actor(), hospital(desk, typed), message, desk.today()));
        return switch (tried) {
            case Answer.Refused<Trial> refused ->
                window(desk, typed, asked, null, refused).withStatus(422);
            case Answer.Done<Trial> done -> window(desk, typed, asked, done.value(), null);
        };
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements")
    View settle(Desk desk, @RequestParam Map<String, String> typed) {
        Asked asked = asked(desk, typed);
        Answer<Bill> settled = message(asked, typed)
                .then(message -> referred.settle(desk.actor(), hospital(desk, typed), message, desk.today()));
        return switch (settled) {
            case Answer.Refused<Bill> kept
            when kept.reason() == SettlementRefusal.REFERRED -> See.other("/settlements/referred");
            case Answer.Refused<Bill> refused ->
                window(desk, typed, asked, null, refused).withStatus(422);
            case Answer.Done<Bill> done ->
                See.other("/settlements/" + done.value().id());
        };
    }

    private PageView window(
            Desk desk,
            Map<String, String> typed,
            Asked asked,
            @Nullable Trial trial,
            Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/window.jte",
                SettlementPages.page(desk),
                new WindowPage(
                        hospitals.of(desk.actor()),
                        typed,
                        asked.insured(),
                        Mask.of(FieldKind.ID_NUMBER, idNumber(typed)),
                        asked.covers().stream()
                                .map(cover -> new Held(library.productName(cover.pack(), cover.product()), cover))
                                .toList(),
                        asked.referred(),
                        asked.columns(),
                        trial == null ? null : Result.of(trial, SettlementPages.tongue(desk), laws),
                        refused));
    }

    /** What the products that the person's covers settle bills with ask for, each column once. */
    private List<InputColumn> columns(Desk desk, List<Cover> held) {
        Map<String, InputColumn> columns = new LinkedHashMap<>();
        for (Cover cover : held) {
            columns(desk, cover.pack(), cover.product()).forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        return List.copyOf(columns.values());
    }

    private List<InputColumn> columns(Desk desk, String pack, String product) {
        return adoptions
                .inUse(desk.actor(), pack)
                .flatMap(used -> used.rules().pack().product(product))
                .filter(Settlements::settles)
                .map(BillFields::of)
                .orElse(List.of());
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

    private static Answer<BillMessage> message(Asked asked, Map<String, String> typed) {
        Optional<LocalDate> admitted = day(typed.getOrDefault("admittedOn", ""));
        Optional<LocalDate> discharged = day(typed.getOrDefault("dischargedOn", ""));
        if (admitted.isEmpty() || discharged.isEmpty()) {
            return Answer.refused(SettlementRefusal.BAD_DATE);
        }
        return BillFields.typed(asked.columns(), typed)
                .map(fields -> new BillMessage(
                        typed.getOrDefault("messageId", ""),
                        typed.getOrDefault("billNumber", "").strip(),
                        idNumber(typed),
                        admitted.get(),
                        discharged.get(),
                        fields.amountsFen(),
                        fields.words(),
                        typed.getOrDefault("department", "")));
    }

    private static Optional<LocalDate> day(String text) {
        return TypedDay.of(text);
    }
}
