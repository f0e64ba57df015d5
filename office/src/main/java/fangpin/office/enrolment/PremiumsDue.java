package fangpin.office.enrolment;

import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.HeadcountRows;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
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
    private static final Map<String, String> OF_REGISTER = Map.of(
            "insured-without-city-standard", Headcounts.WITHOUT_CITY_STANDARD,
            "non-key-village-persons", Headcounts.NON_KEY_VILLAGE,
            "aged-60-plus", Headcounts.AGED_60);

    private final ScopedWork work;
    private final JdbcClient database;
    private final Headcounts register;
    private final Adoptions adoptions;

    PremiumsDue(ScopedWork work, JdbcClient database, Headcounts register, Adoptions adoptions) {
        this.work = work;
        this.database = database;
        this.register = register;
        this.adoptions = adoptions;
    }

    /**
     * 保费结果.
     *
     * @param paths where each division of the result lies, by its code
     * @param day whose covered persons counted
     */
    public record Worked(PolicyPack pack, PremiumDue due, Map<String, String> paths, LocalDate day) {
        public Worked {
            paths = Map.copyOf(paths);
        }

        /** Who is behind a figure: the persons of the division, those of the divisions inside it left out, for they have figures of their own. */
        public InsuredPeople.Question behind(String division, String product) {
            List<String> inner = due.funding().divisions().stream()
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
     * @param surplus of the period before
     */
    public Answer<Worked> due(Actor actor, String pack, LocalDate day, Fen surplus) {
        Optional<Adoptions.InUse> used = adoptions.inUse(actor, pack);
        if (used.isEmpty()) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        PolicyPack rules = used.get().rules().pack();
        PremiumFunding funding = rules.funds().premium();
        if (funding == null) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        return work.read(actor, () -> worked(rules, funding, day, surplus));
    }

    private Answer<Worked> worked(PolicyPack pack, PremiumFunding funding, LocalDate day, Fen surplus) {
        Map<String, String> paths = paths(funding.divisions());
        HeadcountRows rows = new HeadcountRows(funding.divisions(), funding.measures());
        for (Division division : funding.divisions()) {
            String path = paths.get(division.code());
            if (path == null) {
                continue;
            }
            for (Measure measure : funding.measures()) {
                if (measure.unit() == Measure.Unit.PERSONS) {
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
        return switch (funding.due(rows.headcounts(), surplus)) {
            case FundRefusal refusal -> Answer.refused(EnrolmentRefusal.PREMIUM_NOT_DUE, refusal.message());
            case PremiumDue due -> Answer.done(new Worked(pack, due, paths, day));
        };
    }

    /** Persons of a place: those covered for the base of a product, else as the register counts them. */
    private long counted(PolicyPack pack, PremiumFunding funding, Measure measure, String path, LocalDate day) {
        List<String> products = funding.lines().stream()
                .filter(line -> line.base().measure().equals(measure.id()))
                .map(line -> line.product())
                .toList();
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
