package fangpin.kernel.allocation;

import fangpin.kernel.allocation.FundRefusal.Reason;
import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumDue.Payment;
import fangpin.kernel.allocation.PremiumDue.Surplus;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.LargestRemainder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Works out one premium: what it comes to, what was carried over, who pays the rest. */
final class PremiumWork {
    private final PremiumFunding funding;
    private final Headcounts headcounts;
    private final PremiumByPerson byPerson;
    /** What payers were allocated, by payer and division. */
    private final Map<PremiumPayer, Map<String, Fen>> allocated = new HashMap<>();

    PremiumWork(PremiumFunding funding, Headcounts headcounts, PremiumByPerson byPerson) {
        this.funding = funding;
        this.headcounts = headcounts;
        this.byPerson = byPerson;
    }

    PremiumOutcome due(Fen surplus) {
        if (surplus.amount() > 0 && funding.carryOver() == null) {
            return FundRefusal.of(
                    Reason.NO_CARRY_OVER,
                    funding.clause() + " 没有规定结余结转，不能用上年结余抵缴；请去掉结转金额。",
                    funding.clause() + " says nothing of a surplus carried over; leave the carry-over out.");
        }
        FundRefusal missing = missing();
        if (missing != null) {
            return missing;
        }
        FundRefusal notSplit = allocate();
        if (notSplit != null) {
            return notSplit;
        }
        List<String> codes = codes();
        List<Fen> premiums = codes.stream().map(this::premium).toList();
        Fen all = premiums.stream().reduce(Fen.ZERO, Fen::plus);
        if (surplus.amount() > 0 && all.amount() == 0) {
            return FundRefusal.nothing(funding.lines().getFirst().base().measure());
        }
        Map<String, Fen> carried = carried(surplus, codes);
        return new PremiumDue(
                funding,
                codes.stream()
                        .map(code -> division(code, carried.getOrDefault(code, Fen.ZERO)))
                        .toList());
    }

    /** The scheme's divisions in its order, or those that the file names, by code. */
    private List<String> codes() {
        List<Division> listed = funding.divisions();
        return listed.isEmpty()
                ? List.copyOf(headcounts.divisions())
                : listed.stream().map(Division::code).toList();
    }

    private @Nullable FundRefusal missing() {
        for (Division division : funding.divisions()) {
            for (PremiumLine line : funding.lines()) {
                String measure = line.base().measure();
                if (headcounts.value(division.code(), measure).isEmpty()) {
                    return FundRefusal.missing(division, funding.measure(measure));
                }
            }
        }
        return null;
    }

    private @Nullable FundRefusal allocate() {
        for (PremiumPayer payer : funding.payers()) {
            if (payer.money() instanceof PremiumPayer.Allocated money) {
                switch (money.scheme().split(money.item(), headcounts)) {
                    case FundRefusal refusal -> {
                        return refusal;
                    }
                    case ItemSplit split -> {
                        Map<String, Fen> own = new HashMap<>();
                        split.shares().forEach(share -> own.put(share.division().code(), share.amount()));
                        allocated.put(payer, own);
                    }
                }
            }
        }
        return null;
    }

    // ------------------------------------------------------------------------------------------------- carried over

    /** A surplus is shared out by premium, to the fen. */
    private Map<String, Fen> carried(Fen surplus, List<String> codes) {
        List<String> byCode = codes.stream().sorted(Comparator.naturalOrder()).toList();
        List<Long> weights = byCode.stream().map(code -> premium(code).amount()).toList();
        List<Long> parts = surplus.amount() == 0 ? List.of() : LargestRemainder.split(surplus.amount(), weights, 1);
        Map<String, Fen> carried = new HashMap<>();
        for (int index = 0; index < parts.size(); index++) {
            carried.put(byCode.get(index), new Fen(parts.get(index)));
        }
        return carried;
    }

    private Fen premium(String code) {
        return funding.lines().stream().map(line -> premium(code, line)).reduce(Fen.ZERO, Fen::plus);
    }

    private Fen premium(String code, PremiumLine line) {
        return byPerson.of(code, line).orElseGet(() -> line.premium(persons(code, line)));
    }

    private long persons(String code, PremiumLine line) {
        OptionalLong persons = headcounts.value(code, line.base().measure());
        return persons.orElse(0);
    }

    // --------------------------------------------------------------------------------------------------- one division

    private DivisionPremium division(String code, Fen carried) {
        List<Fen> open = new ArrayList<>();
        funding.lines().forEach(line -> open.add(premium(code, line)));
        List<Surplus> surpluses = new ArrayList<>();
        List<Fen> carriedOver = lay(PremiumDue.CARRIED_OVER, carried, open, surpluses);
        List<List<Payment>> payments = new ArrayList<>();
        funding.lines().forEach(line -> payments.add(new ArrayList<>()));
        for (PremiumPayer payer : funding.payers()) {
            if (!takesPart(payer)) {
                continue;
            }
            List<Fen> paid = lay(payer.id(), money(payer, code, open), open, surpluses);
            for (int line = 0; line < paid.size(); line++) {
                payments.get(line).add(new Payment(payer, paid.get(line)));
            }
        }
        List<LineDue> lines = new ArrayList<>();
        for (int index = 0; index < open.size(); index++) {
            PremiumLine line = funding.lines().get(index);
            lines.add(new LineDue(
                    line,
                    line.base().of(persons(code, line)),
                    premium(code, line),
                    carriedOver.get(index),
                    payments.get(index)));
        }
        return new DivisionPremium(code, lines, surpluses);
    }

    private boolean takesPart(PremiumPayer payer) {
        return switch (payer.money()) {
            case PremiumPayer.Stated stated -> headcounts.states(funding.measure(stated.measure()));
            case PremiumPayer.Allocated _, PremiumPayer.Rest _ -> true;
        };
    }

    private Fen money(PremiumPayer payer, String code, List<Fen> open) {
        return switch (payer.money()) {
            case PremiumPayer.Allocated _ ->
                allocated.getOrDefault(payer, Map.of()).getOrDefault(code, Fen.ZERO);
            case PremiumPayer.Stated stated -> headcounts.amount(code, stated.measure());
            case PremiumPayer.Rest _ -> open.stream().reduce(Fen.ZERO, Fen::plus);
        };
    }

    /**
     * Lays money over the products in order, each up to what it still needs; what is left over is a surplus.
     *
     * @param open what each product still needs; lessened
     * @return what each product gets
     */
    private static List<Fen> lay(String of, Fen money, List<Fen> open, List<Surplus> surpluses) {
        List<Fen> laid = new ArrayList<>();
        Fen left = money;
        for (int line = 0; line < open.size(); line++) {
            Fen taken = left.compareTo(open.get(line)) < 0 ? left : open.get(line);
            laid.add(taken);
            left = left.minus(taken);
            open.set(line, open.get(line).minus(taken));
        }
        if (left.amount() > 0) {
            surpluses.add(new Surplus(of, left));
        }
        return laid;
    }
}
