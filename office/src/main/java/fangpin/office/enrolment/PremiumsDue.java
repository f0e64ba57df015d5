package fangpin.office.enrolment;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.HeadcountRows;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumByPerson;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.internal.FigureRows;
import fangpin.office.policy.Adoptions;
import fangpin.office.register.Headcounts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 应缴保费 (WH3 §4): what the premium of those who are covered comes to in each division, and who pays it in which order, by the pack in use.
 * The base is who is covered now; what other measures the split of subsidies needs comes from the register, as of the day they name.
 */
@Service
public final class PremiumsDue {
    static final Map<String, String> OF_REGISTER = Map.of(
            "insured-without-city-standard", Headcounts.WITHOUT_CITY_STANDARD,
            "non-key-village-persons", Headcounts.NON_KEY_VILLAGE,
            "aged-60-plus", Headcounts.AGED_60);

    private static final Text NOTHING_STATED = new Text(
            "还没有复核过的参保基数；请在“参保基数与结余”申报，由另一人复核。",
            "No base has been approved yet; state it under Bases and what is left, and have another person approve it.");

    private final ScopedWork work;
    private final JdbcClient database;
    private final Headcounts register;
    private final Adoptions adoptions;
    private final FigureRows figures;
    private final InsuredPeople insured;

    PremiumsDue(
            ScopedWork work,
            JdbcClient database,
            Headcounts register,
            Adoptions adoptions,
            FigureRows figures,
            InsuredPeople insured) {
        this.work = work;
        this.database = database;
        this.register = register;
        this.adoptions = adoptions;
        this.figures = figures;
        this.insured = insured;
    }

    /**
     * 保费结果.
     *
     * @param paths where each division of the result lies, by its code
     * @param day whose covered persons counted
     * @param surplus of the period before that paid first
     * @param byDays what the persons of a division cost one by one, where a product charges by days (R10)
     */
    public record Worked(
            PolicyPack pack,
            PremiumDue due,
            Map<String, String> paths,
            LocalDate day,
            Fen surplus,
            Map<Figure, DaysPremium> byDays) {
        public Worked {
            paths = Map.copyOf(paths);
            byDays = Map.copyOf(byDays);
        }

        /** Who is behind a figure: the persons of the division, those of the divisions inside it left out, for they have figures of their own. */
        public InsuredPeople.Question behind(String division, String product) {
            return new Place(pack, due.funding(), paths, day).behind(division, product);
        }

        /** What the persons behind a figure cost by days; empty where full periods are charged. */
        public Optional<DaysPremium> byDays(String division, String product) {
            return Optional.ofNullable(byDays.get(new Figure(division, product)));
        }

        /** What all persons of a product cost by days; empty where full periods are charged. */
        public Optional<DaysPremium> byDays(String product) {
            return due.divisions().stream()
                    .flatMap(division -> byDays(division.code(), product).stream())
                    .reduce(DaysPremium::and);
        }
    }

    /** A figure of the result: a product in a division. */
    public record Figure(String division, String product) {}

    /** Where figures are looked up. */
    private record Place(PolicyPack pack, PremiumFunding funding, Map<String, String> paths, LocalDate day) {
        InsuredPeople.Question behind(String division, String product) {
            List<String> inner = funding.divisions().stream()
                    .filter(one -> division.equals(one.parent()))
                    .flatMap(one -> Stream.ofNullable(paths.get(one.code())))
                    .toList();
            return new InsuredPeople.Question(
                    pack.id(), product, Objects.requireNonNull(paths.get(division), division), inner, day, true);
        }
    }

    /**
     * Works it out for a pack.
     *
     * @param day whose covered persons count
     * @param surplus of the period before, instead of what is stated
     */
    public Answer<Worked> due(Actor actor, String pack, LocalDate day, Fen surplus) {
        return due(actor, pack, day, Optional.of(surplus));
    }

    /** The same with what was stated and approved as left of the period before; nothing when nothing was. */
    public Answer<Worked> due(Actor actor, String pack, LocalDate day) {
        return due(actor, pack, day, Optional.empty());
    }

    private Answer<Worked> due(Actor actor, String pack, LocalDate day, Optional<Fen> surplus) {
        Optional<Adoptions.InUse> used = adoptions.inUse(actor, pack);
        if (used.isEmpty()) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        PolicyPack rules = used.get().rules().pack();
        PremiumFunding funding = rules.funds().premium();
        if (funding == null) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        Optional<Text> unknown = PremiumBases.daysUnknown(rules, funding);
        if (unknown.isPresent()) {
            return Answer.refused(EnrolmentRefusal.PREMIUM_NOT_DUE, unknown.get());
        }
        PremiumFunding apart = PremiumBases.apart(funding, product -> PremiumBases.insured(rules, product));
        return work.read(actor, () -> worked(rules, apart, day, surplus.orElseGet(() -> carriedOver(rules.id(), day))));
    }

    private Fen carriedOver(String pack, LocalDate day) {
        return new Fen(figures.current(pack, StatedFigures.CARRY_OVER, day).values().stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    private Answer<Worked> worked(PolicyPack pack, PremiumFunding funding, LocalDate day, Fen surplus) {
        HeadcountRows rows = new HeadcountRows(funding.divisions(), funding.measures());
        Map<String, String> paths = paths(funding.divisions());
        named(pack, funding, paths, day, rows);
        stated(pack, funding, paths, day, rows);
        if (paths.isEmpty()) {
            return Answer.refused(EnrolmentRefusal.PREMIUM_NOT_DUE, NOTHING_STATED);
        }
        Map<Figure, DaysPremium> byDays = byDays(new Place(pack, funding, paths, day));
        PremiumByPerson persons =
                (division, line) -> Optional.ofNullable(byDays.get(new Figure(division, line.product())))
                        .map(DaysPremium::total);
        return switch (funding.due(rows.headcounts(), surplus, persons)) {
            case FundRefusal refusal -> Answer.refused(EnrolmentRefusal.PREMIUM_NOT_DUE, refusal.message());
            case PremiumDue due -> Answer.done(new Worked(pack, due, paths, day, surplus, byDays));
        };
    }

    /** What persons cost by days: of each division that the register knows, by each product that charges so. */
    private Map<Figure, DaysPremium> byDays(Place place) {
        Map<Figure, DaysPremium> found = new HashMap<>();
        for (Division division : place.funding().divisions()) {
            for (PremiumLine line : place.funding().lines()) {
                if (place.paths().containsKey(division.code())) {
                    place.pack()
                            .product(line.product())
                            .filter(DaysPremium::charges)
                            .map(product -> DaysPremium.of(
                                    product, insured.starts(place.behind(division.code(), line.product()))))
                            .ifPresent(cost -> found.put(new Figure(division.code(), line.product()), cost));
                }
            }
        }
        return found;
    }

    /** What was stated and approved; where some divisions state money, the others have none of it. */
    private void stated(
            PolicyPack pack, PremiumFunding funding, Map<String, String> paths, LocalDate day, HeadcountRows rows) {
        for (Measure measure : StatedFigures.stated(funding)) {
            Map<String, Long> values = figures.current(pack.id(), measure.id(), day);
            values.keySet().forEach(path -> paths.put(code(path), path));
            if (measure.unit() == Measure.Unit.YUAN && !values.isEmpty()) {
                funding.divisions().stream()
                        .map(Division::code)
                        .filter(paths::containsKey)
                        .forEach(code -> values.putIfAbsent(paths.get(code), 0L));
            }
            values.forEach((path, value) -> rows.add(
                    code(path),
                    measure.id(),
                    switch (measure.unit()) {
                        case PERSONS -> Long.toString(value);
                        case YUAN -> new Fen(value).yuan();
                    }));
        }
    }

    private static String code(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }

    /** What persons by name give: each division without the units inside it, which have figures of their own. */
    private void named(
            PolicyPack pack, PremiumFunding funding, Map<String, String> paths, LocalDate day, HeadcountRows rows) {
        List<Measure> stated = StatedFigures.stated(funding);
        for (Division division : funding.divisions()) {
            String path = paths.get(division.code());
            if (path == null) {
                continue;
            }
            for (Measure measure : funding.measures()) {
                if (measure.unit() == Measure.Unit.PERSONS && !stated.contains(measure)) {
                    long persons = counted(pack, funding, measure, path, day)
                            - funding.divisions().stream()
                                    .filter(inner -> division.code().equals(inner.parent()))
                                    .map(inner -> paths.get(inner.code()))
                                    .filter(Objects::nonNull)
                                    .mapToLong(inner -> counted(pack, funding, measure, inner, day))
                                    .sum();
                    rows.add(division.code(), measure.id(), Long.toString(persons));
                }
            }
        }
    }

    /** Persons of a place: those covered for the base of a product, else as the register counts them. */
    private long counted(PolicyPack pack, PremiumFunding funding, Measure measure, String path, LocalDate day) {
        List<String> products = PremiumBases.products(funding, measure.id());
        String kept = OF_REGISTER.get(measure.id());
        if (products.isEmpty()) {
            LocalDate asOf = measure.asOf();
            return kept == null ? 0 : register.of(path, kept, asOf == null ? day : asOf);
        }
        return database.sql("""
                        select count(distinct person_id) from enrolment.cover
                        where known_to = 'infinity' and pack = :pack and product = any (:products) and path >= :path and path < :path || '~'
                          and valid_from <= :day
                        """)
                .param("pack", pack.id())
                .param("products", products.toArray(String[]::new))
                .param("path", path)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private Map<String, String> paths(List<Division> divisions) {
        Map<String, String> paths = new HashMap<>();
        database.sql("select code, path from register.division where code = any (:codes) and valid_to is null")
                .param("codes", divisions.stream().map(Division::code).toArray(String[]::new))
                .query((row, number) -> paths.put(row.getString("code"), row.getString("path")))
                .list();
        return paths;
    }
}
