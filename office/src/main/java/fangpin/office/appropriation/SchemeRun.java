package fangpin.office.appropriation;

import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.AllocationOutcome;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.HeadcountRows;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Answer;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 分配测算 (WH6 §2): a scheme run on the register's headcounts as of the days its measures name. Amounts that others state, and headcounts to
 * try something out with, are typed beside them.
 */
@Component
final class SchemeRun {
    private static final Map<String, String> OF_REGISTER = Map.of(
            "insured",
            StatusKind.POLICY_BENEFICIARY.id(),
            "insured-without-city-standard",
            Headcounts.WITHOUT_CITY_STANDARD,
            "non-key-village-persons",
            Headcounts.NON_KEY_VILLAGE,
            "aged-60-plus",
            Headcounts.AGED_60);

    private static final Allocations.Stated NOBODY = new Allocations.Stated(null, "");

    private final JdbcClient database;
    private final Headcounts register;

    SchemeRun(JdbcClient database, Headcounts register) {
        this.database = database;
        this.register = register;
    }

    /** 测算结果. */
    record Run(
            AllocationScheme scheme,
            Allocation allocation,
            Map<String, String> paths,
            Map<String, Map<String, Allocations.Stated>> values) {
        /** What a division's cell of a measure was read as. */
        String used(String measure, String division) {
            return values.getOrDefault(measure, Map.of())
                    .getOrDefault(division, NOBODY)
                    .used();
        }
    }

    /**
     * Runs a scheme within the caller's transaction.
     *
     * @param typed by measure and division: {@code insured/371002}
     */
    Answer<Run> run(AllocationScheme scheme, Map<String, String> typed, LocalDate today) {
        Map<String, String> paths = paths(scheme.divisions());
        Optional<Division> missing = scheme.divisions().stream()
                .filter(division -> !paths.containsKey(division.code()))
                .findFirst();
        if (missing.isPresent()) {
            return Answer.refused(
                    AppropriationRefusal.UNKNOWN_DIVISION, missing.get().name());
        }
        HeadcountRows rows = new HeadcountRows(scheme.divisions(), scheme.measures());
        Map<String, Map<String, Allocations.Stated>> values = values(scheme, typed, today);
        for (Measure measure : scheme.measures()) {
            for (Division division : scheme.divisions()) {
                String used = values.getOrDefault(measure.id(), Map.of())
                        .getOrDefault(division.code(), NOBODY)
                        .used();
                Optional<FundRefusal> bad =
                        used.isEmpty() ? Optional.empty() : rows.add(division.code(), measure.id(), used);
                if (bad.isPresent()) {
                    return Answer.refused(
                            AppropriationRefusal.NOT_ALLOCATED, bad.get().message());
                }
            }
        }
        AllocationOutcome outcome = scheme.allocate(rows.headcounts());
        return switch (outcome) {
            case FundRefusal refusal -> Answer.refused(AppropriationRefusal.NOT_ALLOCATED, refusal.message());
            case Allocation allocation -> Answer.done(new Run(scheme, allocation, paths, values));
        };
    }

    /** What each measure of each division is read as, within the caller's transaction. */
    Map<String, Map<String, Allocations.Stated>> values(
            AllocationScheme scheme, Map<String, String> typed, LocalDate today) {
        Map<String, String> paths = paths(scheme.divisions());
        Map<String, Map<String, Allocations.Stated>> values = new LinkedHashMap<>();
        for (Measure measure : scheme.measures()) {
            for (Division division : scheme.divisions()) {
                if (paths.containsKey(division.code())) {
                    values.computeIfAbsent(measure.id(), id -> new LinkedHashMap<>())
                            .put(division.code(), value(scheme, measure, division, paths, typed, today));
                }
            }
        }
        return values;
    }

    private Allocations.Stated value(
            AllocationScheme scheme,
            Measure measure,
            Division division,
            Map<String, String> paths,
            Map<String, String> typed,
            LocalDate today) {
        String written = typed.getOrDefault(measure.id() + "/" + division.code(), "")
                .strip()
                .replace(",", "");
        String kept = OF_REGISTER.get(measure.id());
        if (measure.unit() == Measure.Unit.YUAN || kept == null) {
            return new Allocations.Stated(null, written);
        }
        LocalDate asOf = measure.asOf();
        LocalDate day = asOf == null ? today : asOf;
        long own = register.of(Objects.requireNonNull(paths.get(division.code())), kept, day)
                - scheme.divisions().stream()
                        .filter(inner -> division.code().equals(inner.parent()))
                        .mapToLong(inner -> register.of(Objects.requireNonNull(paths.get(inner.code())), kept, day))
                        .sum();
        return new Allocations.Stated(own, written.isEmpty() ? Long.toString(own) : written);
    }

    private Map<String, String> paths(List<Division> divisions) {
        Map<String, String> paths = new LinkedHashMap<>();
        database.sql("select code, path from register.division where code = any (?) and valid_to is null")
                .param(divisions.stream().map(Division::code).toArray(String[]::new))
                .query((row, number) -> paths.put(row.getString("code"), row.getString("path")))
                .list();
        return paths;
    }

    /** What a measure's cell says in the numbers the ledger keeps: persons, or fen. */
    static long kept(Measure measure, String used) {
        return switch (measure.unit()) {
            case PERSONS -> Long.parseLong(used);
            case YUAN -> fangpin.office.fund.Yuan.fen(used).orElse(0);
        };
    }

    /** What one division has of an item by itself. */
    static Fen own(Run run, String item, Division division) {
        return run.allocation().splits().stream()
                .filter(split -> split.item().id().equals(item))
                .findFirst()
                .orElseThrow()
                .own(division);
    }
}
