package fangpin.office.register.roster;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** 判行: what each of some rows would do to the register, or why it can't be taken. */
final class RowJudge {
    private final RegisterLookup register;
    private final Secrets secrets;
    private final Villages villages;
    private final String kind;
    private final LocalDate trueFrom;
    private final ColumnOf columns;
    private final Map<String, String> countyNames = new HashMap<>();

    /** The column of a field, for faults. */
    interface ColumnOf {
        int field(RosterField field);
    }

    /** A row with the hash by which its ID number is looked for. */
    private record Asked(PersonRow row, @Nullable Bytes idIndex) {}

    /** What the register knows of some rows: by hash of the ID number, by household number, by person. */
    private record Found(
            Map<Bytes, PersonHolder> holders,
            Map<Bytes, FormerHolder> formers,
            Map<String, HouseholdHolder> households,
            Map<Long, Known> known,
            Map<String, List<Known>> members) {}

    /** What a row would do. */
    sealed interface Judged {
        PersonRow row();

        /** {@code differences} names the fields that would change; {@code known} is null for a new person. */
        record Good(
                PersonRow row,
                @Nullable Bytes idIndex,
                String outcome,
                @Nullable Known known,
                long personId,
                String differences)
                implements Judged {}

        record Bad(PersonRow row, Problem problem, @Nullable Long personId) implements Judged {}
    }

    RowJudge(
            RegisterLookup register,
            Secrets secrets,
            Villages villages,
            String kind,
            LocalDate trueFrom,
            ColumnOf columns) {
        this.register = register;
        this.secrets = secrets;
        this.villages = villages;
        this.kind = kind;
        this.trueFrom = trueFrom;
        this.columns = columns;
    }

    /** Judges rows in their order, with few questions to the database. */
    List<Judged> judge(List<PersonRow> rows) {
        List<Asked> asked = new ArrayList<>(rows.size());
        List<byte[]> indexes = new ArrayList<>(rows.size());
        Set<String> numbers = new HashSet<>();
        for (PersonRow row : rows) {
            numbers.add(row.household());
            byte[] index = row.id() == null
                    ? null
                    : secrets.index(FieldKind.ID_NUMBER, row.id().text());
            asked.add(new Asked(row, Bytes.orNull(index)));
            if (index != null) {
                indexes.add(index);
            }
        }
        Map<Bytes, PersonHolder> holders = register.holders(indexes);
        indexes.removeIf(index -> holders.containsKey(Bytes.of(index)));
        Map<Bytes, FormerHolder> formers = register.formers(indexes);
        Set<String> unfound = new HashSet<>();
        for (Asked one : asked) {
            if (one.idIndex == null || !holders.containsKey(one.idIndex)) {
                unfound.add(one.row.household());
            }
        }
        Map<String, HouseholdHolder> households = register.households(numbers);
        Set<Long> ids = new HashSet<>();
        holders.values().forEach(holder -> {
            if (holder.personId() != null) {
                ids.add(holder.personId());
            }
        });
        Map<Long, Known> known = register.persons(ids, kind, trueFrom);
        unfound.retainAll(households.keySet());
        Map<String, List<Known>> members = new HashMap<>();
        register.members(unfound, kind, trueFrom)
                .forEach(person -> members.computeIfAbsent(person.householdNumber(), key -> new ArrayList<>())
                        .add(person));
        return judge(asked, new Found(holders, formers, households, known, members));
    }

    private List<Judged> judge(List<Asked> rows, Found found) {
        List<Judged> judged = new ArrayList<>(rows.size());
        int added = 0;
        for (Asked row : rows) {
            Judged result = judge(row, found);
            judged.add(result);
            added += result instanceof Judged.Good good && good.known == null ? 1 : 0;
        }
        long[] newIds = register.newIds(added);
        int next = 0;
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i) instanceof Judged.Good good && good.known == null) {
                judged.set(i, new Judged.Good(good.row, good.idIndex, good.outcome, null, newIds[next++], ""));
            }
        }
        return judged;
    }

    private Judged judge(Asked asked, Found found) {
        PersonRow row = asked.row;
        Known person = null;
        PersonHolder holder = asked.idIndex == null ? null : found.holders.get(asked.idIndex);
        FormerHolder former = asked.idIndex == null ? null : found.formers.get(asked.idIndex);
        if (holder != null) {
            Long id = holder.personId();
            person = id == null ? null : found.known.get(id);
            if (person == null) {
                return bad(row, null, RosterFault.PERSON_OUTSIDE, RosterField.ID_NUMBER, county(holder.county()));
            }
        } else if (former != null) {
            return corrected(row, former);
        } else {
            // a person entered without an ID number is found by household, name and birthday, and may have one by now
            List<Known> same = unnumbered(row, found.members.get(row.household()));
            if (same.size() > 1) {
                return bad(row, null, RosterFault.PERSON_AMBIGUOUS, RosterField.NAME);
            }
            person = same.isEmpty() ? null : same.getFirst();
        }
        if (person != null && person.merged()) {
            return bad(row, person, RosterFault.PERSON_MERGED, RosterField.ID_NUMBER);
        }
        if (person != null && person.dead()) {
            return bad(row, person, RosterFault.PERSON_DEAD, RosterField.ID_NUMBER);
        }
        HouseholdHolder household = found.households.get(row.household());
        if (household != null) {
            Long division = household.divisionId();
            if (division == null) {
                return bad(
                        row,
                        person,
                        RosterFault.HOUSEHOLD_OUTSIDE,
                        RosterField.HOUSEHOLD_NUMBER,
                        county(household.county()));
            }
            if (division != row.village().id()) {
                return bad(
                        row,
                        person,
                        RosterFault.HOUSEHOLD_ELSEWHERE,
                        RosterField.HOUSEHOLD_NUMBER,
                        villages.name(division));
            }
        }
        return person == null ? new Judged.Good(row, asked.idIndex, "new", null, 0, "") : compared(asked, person);
    }

    /** The list has a number that was corrected: it may be the same person, whom the row then names, or somebody else. */
    private Judged corrected(PersonRow row, FormerHolder former) {
        int column = columns.field(RosterField.ID_NUMBER);
        Problem problem = former.personId() == null
                ? Problem.of(
                        RosterFault.NUMBER_CORRECTED_OUTSIDE, column, former.correctedOn(), county(former.county()))
                : Problem.of(RosterFault.NUMBER_CORRECTED, column, former.correctedOn());
        return new Judged.Bad(row, problem, former.personId());
    }

    private static List<Known> unnumbered(PersonRow row, @Nullable List<Known> members) {
        return members == null
                ? List.of()
                : members.stream()
                        .filter(member -> member.name().equals(row.name())
                                && Objects.equals(member.born(), row.born())
                                && (row.id() == null || member.idSealed() == null))
                        .toList();
    }

    private Judged compared(Asked asked, Known person) {
        PersonRow row = asked.row;
        StringJoiner differences = new StringJoiner(",");
        boolean moved = !person.householdNumber().equals(row.household());
        differ(differences, RosterField.HOUSEHOLD_NUMBER, row.household(), person.householdNumber());
        differ(
                differences,
                RosterField.ID_NUMBER,
                row.id() != null && person.idSealed() == null ? row.id() : null,
                null);
        differ(differences, RosterField.NAME, row.name(), person.name());
        differ(differences, RosterField.BORN_ON, row.born(), person.born());
        differ(differences, RosterField.SEX, row.sex() == 0 ? null : row.sex(), person.sex());
        differ(differences, RosterField.RELATION, row.relation(), person.relation());
        differ(differences, RosterField.SCHOOLING, row.schooling(), person.schooling());
        differ(differences, RosterField.SELF_CARE, row.selfCare(), person.selfCare());
        differ(differences, RosterField.STUDENT, row.student(), person.student());
        differ(differences, RosterField.PHONE, row.phone(), open(FieldKind.PHONE, person.phoneSealed()));
        differ(differences, RosterField.ADDRESS, row.address(), open(FieldKind.ADDRESS, person.addressSealed()));
        differ(differences, RosterField.BANK_CARD, row.card(), open(FieldKind.BANK_CARD, person.cardSealed()));
        if (!person.holdsStatus() || person.withdrawn()) {
            differences.add("status");
        }
        String outcome = moved ? "moved" : differences.length() > 0 ? "changed" : "same";
        return new Judged.Good(row, asked.idIndex, outcome, person, person.id(), differences.toString());
    }

    /** An empty cell says nothing, so that it never differs. */
    private static void differ(
            StringJoiner differences, RosterField field, @Nullable Object said, @Nullable Object known) {
        if (said != null && !said.equals(known)) {
            differences.add(field.id());
        }
    }

    private @Nullable String open(FieldKind field, @Nullable Bytes sealed) {
        return sealed == null ? null : secrets.open(field, sealed.content());
    }

    private String county(String path) {
        return countyNames.computeIfAbsent(
                path, key -> register.counties(List.of(key)).getOrDefault(key, lastCode(key)));
    }

    private static String lastCode(String path) {
        String[] codes = path.split("/", -1);
        return codes[codes.length - 2];
    }

    private Judged bad(
            PersonRow row, @Nullable Known person, RosterFault fault, RosterField field, Object... arguments) {
        return new Judged.Bad(
                row,
                Problem.of(fault, columns.field(field), arguments),
                person == null ? null : Long.valueOf(person.id()));
    }
}
