package fangpin.office.web.enrolment;

import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.money.Ratio;
import fangpin.office.enrolment.DaysPremium;
import fangpin.office.enrolment.PremiumsDue;
import fangpin.office.papers.Letter;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 请示 (LY2): the letter that asks for a premium, its figures out of what is due now; its words stand in the message files. */
final class PremiumRequest {
    /** Where the table says how many joined within the period: after the headcount. */
    private static final int JOINED = 3;

    private final PremiumsDue.Worked worked;
    private final Map<String, String> names;
    private final Page page;
    private final Show show;

    PremiumRequest(PremiumsDue.Worked worked, Map<String, String> names, Page page) {
        this.worked = worked;
        this.names = names;
        this.page = page;
        show = Show.to(page.desk());
    }

    /**
     * What the writer fills in.
     *
     * @param issuer 发文机关
     * @param to 主送机关, which decides
     */
    record Head(String issuer, String number, String signer, String to, LocalDate day) {}

    Letter letter(Head head) {
        List<String> paragraphs = new ArrayList<>();
        basis().ifPresent(paragraphs::add);
        for (PremiumLine line : worked.due().funding().lines()) {
            paragraphs.add(sum(line));
        }
        paragraphs.add(page.say(
                worked.surplus().amount() == 0 ? "enrolment.request.asks" : "enrolment.request.asks-less",
                yuan(total(Part.PREMIUM)),
                yuan(total(Part.CARRIED)),
                yuan(total(Part.DUE)),
                head.to()));
        paragraphs.add(page.say("enrolment.request.please"));
        String annex = page.say(
                "enrolment.request.annex", worked.due().funding().name().zh());
        return new Letter(
                page.say("enrolment.request.issuer", head.issuer()),
                head.number(),
                head.signer(),
                page.say(
                        "enrolment.request.title", worked.due().funding().name().zh()),
                head.to(),
                paragraphs,
                List.of(annex),
                head.issuer(),
                head.day(),
                List.of(table(annex)));
    }

    /** The documents that order the premium; where its product still has open terms, the pack's documents but the one it stands in. */
    private Optional<String> basis() {
        Set<String> ordering = worked.due().funding().lines().stream()
                .flatMap(line -> worked.pack().product(line.product()).stream())
                .map(product -> product.premium().clause().document())
                .collect(Collectors.toSet());
        String own = worked.due().funding().clause().document();
        String titles = worked.pack().documents().stream()
                .filter(document -> ordering.isEmpty() ? !document.id().equals(own) : ordering.contains(document.id()))
                .map(document -> "《" + document.title() + "》（" + document.number() + "）")
                .collect(Collectors.joining("、"));
        return titles.isEmpty() ? Optional.empty() : Optional.of(page.say("enrolment.request.basis", titles));
    }

    /** How a line's premium comes about. */
    private String sum(PremiumLine line) {
        List<LineDue> lines = of(line);
        long premium = lines.stream().mapToLong(one -> one.premium().amount()).sum();
        String base = lines.stream()
                .map(LineDue::headcount)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
        String rate = yuan(line.rate().amount());
        Optional<DaysPremium> byDays = worked.byDays(line.product());
        if (byDays.isPresent()) {
            return page.say(
                    "enrolment.request.sum-by-days",
                    show.text(line.name()),
                    base,
                    rate,
                    yuan(premium),
                    Long.toString(byDays.get().persons() - byDays.get().joined()),
                    Long.toString(byDays.get().joined()));
        }
        return line.base().share().equals(Ratio.WHOLE)
                ? page.say("enrolment.request.sum", show.text(line.name()), base, rate, yuan(premium))
                : page.say(
                        "enrolment.request.sum-of-share",
                        show.text(line.name()),
                        base,
                        rate,
                        yuan(premium),
                        percent(line.base().share()));
    }

    private static String percent(Ratio share) {
        return BigDecimal.valueOf(share.ppm(), 4).stripTrailingZeros().toPlainString() + "%";
    }

    private List<LineDue> of(PremiumLine line) {
        return worked.due().divisions().stream()
                .flatMap(division -> division.lines().stream())
                .filter(one -> one.line().product().equals(line.product()))
                .toList();
    }

    private enum Part {
        PREMIUM,
        CARRIED,
        DUE
    }

    private long total(Part part) {
        return worked.due().divisions().stream()
                .flatMap(division -> division.lines().stream())
                .mapToLong(line -> of(line, part))
                .sum();
    }

    private static long of(LineDue line, Part part) {
        return switch (part) {
            case PREMIUM -> line.premium().amount();
            case CARRIED -> line.carriedOver().amount();
            case DUE -> line.due().amount();
        };
    }

    private static String yuan(long fen) {
        return new BigDecimal(BigInteger.valueOf(fen), 2)
                .stripTrailingZeros()
                .setScale(fen % 100 == 0 ? 0 : 2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** 区市资金需求表: every division and product, with who pays what. */
    private Letter.Annex table(String title) {
        List<String> head = new ArrayList<>(List.of(
                page.say("enrolment.premium.division"),
                page.say("enrolment.products"),
                page.say("enrolment.premium.headcount"),
                page.say("enrolment.premium.premium"),
                page.say("enrolment.premium.carried")));
        boolean byDays = !worked.byDays().isEmpty();
        if (byDays) {
            head.add(JOINED, page.say("enrolment.premium.joined"));
        }
        worked.due().funding().payers().forEach(payer -> head.add(show.text(payer.name())));
        List<List<String>> rows = new ArrayList<>();
        for (DivisionPremium division : worked.due().divisions()) {
            for (LineDue line : division.lines()) {
                List<String> row = new ArrayList<>(List.of(
                        names.getOrDefault(division.code(), division.code()),
                        show.text(line.line().name()),
                        line.headcount(),
                        show.yuan(line.premium().amount()),
                        show.yuan(line.carriedOver().amount())));
                if (byDays) {
                    row.add(JOINED, PremiumPages.joined(worked, division, line));
                }
                worked.due()
                        .funding()
                        .payers()
                        .forEach(payer -> row.add(show.yuan(line.payments().stream()
                                .filter(payment -> payment.payer().equals(payer))
                                .mapToLong(payment -> payment.amount().amount())
                                .sum())));
                rows.add(row);
            }
        }
        rows.add(sums());
        return new Letter.Annex(title, head, rows);
    }

    private List<String> sums() {
        List<String> row = new ArrayList<>(List.of(
                page.say("register.sum"), "", "", show.yuan(total(Part.PREMIUM)), show.yuan(total(Part.CARRIED))));
        if (!worked.byDays().isEmpty()) {
            row.add(JOINED, "");
        }
        worked.due()
                .funding()
                .payers()
                .forEach(payer -> row.add(show.yuan(worked.due().divisions().stream()
                        .flatMap(division -> division.lines().stream())
                        .flatMap(line -> line.payments().stream())
                        .filter(payment -> payment.payer().equals(payer))
                        .mapToLong(payment -> payment.amount().amount())
                        .sum())));
        return row;
    }
}
