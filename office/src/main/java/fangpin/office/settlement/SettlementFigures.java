package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.BillSums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 结算看板的数字: of all bills of one's division that count, by the day of discharge, worked out when they are asked for. */
@Service
public final class SettlementFigures {
    private final ScopedWork work;
    private final BillSums rows;

    SettlementFigures(ScopedWork work, BillSums rows) {
        this.work = work;
        this.rows = rows;
    }

    /**
     * 一类人: bills of persons of a category of cover.
     *
     * @param eligibleFen cost within the catalogue
     * @param selfFen of that, what is left to persons
     * @param above persons whose own share of their eligible cost is above the line
     */
    public record ClassLine(
            String category,
            long persons,
            long bills,
            long totalFen,
            long eligibleFen,
            long selfFen,
            long ineligibleFen,
            long above) {
        /** So many of ten thousand of the eligible cost; 0 where there is none. */
        public long selfShare() {
            return eligibleFen == 0 ? 0 : Math.multiplyExact(selfFen, 10_000) / eligibleFen;
        }
    }

    /**
     * What all bills of a product say together.
     *
     * @param amountsFen by the name of the input, such as {@code basic_paid}
     */
    public record ProductLine(
            String pack,
            String product,
            long bills,
            long totalFen,
            long paidFen,
            long selfFen,
            long ineligibleFen,
            Map<String, Long> amountsFen) {
        public ProductLine {
            amountsFen = Map.copyOf(amountsFen);
        }
    }

    /**
     * 出院到付款: how long hospitals wait for what they advanced. A hospital's payments pay its bills in the order of their acceptance.
     *
     * @param median days, half of the paid bills within them; null when none is paid
     */
    public record Waiting(
            long paid,
            long unpaid,
            @Nullable Integer median,
            @Nullable Integer longest) {}

    /** 一笔账单 in a list behind a figure. */
    public record Line(
            long bill,
            String billNumber,
            String hospitalChinese,
            String hospitalEnglish,
            String personName,
            String category,
            LocalDate dischargedOn,
            long eligibleFen,
            long selfFen,
            long amountFen) {}

    /**
     * 一个人: bills of a person in a category of cover.
     *
     * @param bill the newest of them, whose year account shows the rest
     */
    public record PersonLine(
            long bill, String personName, String category, long bills, long eligibleFen, long selfFen) {
        /** So many of ten thousand of the eligible cost; 0 where there is none. */
        public long selfShare() {
            return eligibleFen == 0 ? 0 : Math.multiplyExact(selfFen, 10_000) / eligibleFen;
        }
    }

    /**
     * 一笔垫付: what a hospital advanced for a bill.
     *
     * @param days from discharge to payment; null while it is not paid
     */
    public record WaitLine(
            long bill,
            String billNumber,
            String hospitalChinese,
            String hospitalEnglish,
            LocalDate dischargedOn,
            long paidFen,
            @Nullable LocalDate paidOn,
            @Nullable Integer days) {}

    /** By category of cover; a share above so many percent is above the line. */
    public List<ClassLine> classes(Actor actor, LocalDate from, LocalDate until, int percent) {
        return work.read(actor, () -> rows.classes(from, until, percent));
    }

    /** By product, with what each payer paid. */
    public List<ProductLine> products(Actor actor, LocalDate from, LocalDate until) {
        return work.read(actor, () -> rows.products(from, until));
    }

    /** How long hospitals wait. */
    public Waiting waiting(Actor actor, LocalDate from, LocalDate until) {
        return work.read(actor, () -> rows.waiting(from, until));
    }

    /**
     * The persons behind a figure, those with the largest share first.
     *
     * @param category empty for all
     * @param abovePercent only those whose own share is above so many percent; below zero all
     */
    public List<PersonLine> persons(
            Actor actor, LocalDate from, LocalDate until, String category, int abovePercent, int most) {
        return work.read(actor, () -> rows.persons(from, until, category, abovePercent, most));
    }

    /** The bills behind how long hospitals wait, those that wait longest first. */
    public List<WaitLine> waits(Actor actor, LocalDate from, LocalDate until, boolean paid, int most) {
        return work.read(actor, () -> rows.waits(from, until, paid, most));
    }

    /**
     * The bills behind a figure, those with the largest amount first.
     *
     * @param category empty for all
     * @param amount name of an input, or {@code paid}, {@code self}, {@code ineligible}, {@code total}
     */
    public List<Line> bills(Actor actor, LocalDate from, LocalDate until, String category, String amount, int most) {
        return work.read(actor, () -> rows.bills(from, until, category, amount, most));
    }
}
