package fangpin.packs.check;

import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.FundRefusal.Reason;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.ItemSplit;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.packs.cases.FundCaseRun;
import fangpin.packs.check.CoverageItem.Kind;
import java.util.ArrayList;
import java.util.List;

/** What there is to reach in a pack's fund rules, and what one run of a case reached. */
final class FundItems {
    private FundItems() {}

    static List<CoverageItem> expected(Funds funds) {
        List<CoverageItem> items = new ArrayList<>();
        funds.schemes().forEach(scheme -> expected(scheme, items));
        PremiumFunding premium = funds.premium();
        if (premium != null) {
            expected(premium, items);
        }
        return items;
    }

    private static void expected(AllocationScheme scheme, List<CoverageItem> items) {
        for (FundItem item : scheme.items()) {
            items.add(item(scheme.id(), Kind.FUND_ITEM, item.id()));
            switch (item.method()) {
                case FundItem.ByHeadcount _ -> {
                    items.add(item(scheme.id(), Kind.ROUNDED_UP, item.id()));
                    items.add(item(scheme.id(), Kind.ROUNDED_DOWN, item.id()));
                    items.add(refusal(scheme.id(), Reason.MISSING_MEASURE));
                    items.add(refusal(scheme.id(), Reason.NOTHING_TO_SPLIT_BY));
                }
                case FundItem.Given _ -> items.add(refusal(scheme.id(), Reason.AMOUNTS_DIFFER));
                case FundItem.Matching _ -> {}
            }
        }
    }

    private static void expected(PremiumFunding premium, List<CoverageItem> items) {
        for (PremiumPayer payer : premium.payers()) {
            items.add(item(premium.id(), Kind.PAYER, payer.id()));
            switch (payer.money()) {
                case PremiumPayer.Allocated _, PremiumPayer.Stated _ ->
                    items.add(item(premium.id(), Kind.SURPLUS, payer.id()));
                case PremiumPayer.Rest _ -> {}
            }
        }
        if (premium.carryOver() == null) {
            items.add(refusal(premium.id(), Reason.NO_CARRY_OVER));
        } else {
            items.add(item(premium.id(), Kind.CARRY_OVER, ""));
            items.add(item(premium.id(), Kind.SURPLUS, PremiumDue.CARRIED_OVER));
        }
        if (!premium.divisions().isEmpty()) {
            items.add(refusal(premium.id(), Reason.MISSING_MEASURE));
        }
    }

    static List<CoverageItem> reached(FundCaseRun run) {
        List<CoverageItem> items = new ArrayList<>();
        String id = run.worked().work().id();
        switch (run.result()) {
            case FundCaseRun.Split split -> reached(id, split.allocation(), items);
            case FundCaseRun.Due due -> reached(id, due.due(), items);
            case FundCaseRun.Refused refused -> items.add(refusal(id, refused.refusal()));
        }
        return items;
    }

    private static void reached(String id, Allocation allocation, List<CoverageItem> items) {
        for (ItemSplit split : allocation.splits()) {
            String subject = split.item().id();
            items.add(item(id, Kind.FUND_ITEM, subject));
            for (ItemSplit.Share share : split.shares()) {
                if (share.basis() instanceof ItemSplit.Apportioned apportioned
                        && apportioned.part().remainder() > 0) {
                    items.add(item(id, apportioned.part().raised() ? Kind.ROUNDED_UP : Kind.ROUNDED_DOWN, subject));
                }
            }
        }
    }

    private static void reached(String id, PremiumDue due, List<CoverageItem> items) {
        for (PremiumDue.DivisionPremium division : due.divisions()) {
            division.surpluses().forEach(surplus -> items.add(item(id, Kind.SURPLUS, surplus.of())));
            for (PremiumDue.LineDue line : division.lines()) {
                if (line.carriedOver().amount() > 0) {
                    items.add(item(id, Kind.CARRY_OVER, ""));
                }
                line.payments().stream()
                        .filter(payment -> payment.amount().amount() > 0)
                        .forEach(payment ->
                                items.add(item(id, Kind.PAYER, payment.payer().id())));
            }
        }
    }

    private static CoverageItem refusal(String id, FundRefusal refusal) {
        return refusal(id, refusal.reason());
    }

    private static CoverageItem refusal(String id, Reason reason) {
        return item(id, Kind.REFUSAL, reason.word());
    }

    private static CoverageItem item(String id, Kind kind, String subject) {
        return new CoverageItem(id, kind, subject, "");
    }
}
