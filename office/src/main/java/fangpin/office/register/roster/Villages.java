package fangpin.office.register.roster;

import fangpin.office.register.CellText;
import fangpin.office.register.RosterFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** 村名对照: the villages of a division, found by the names people write. */
final class Villages {
    /** What a place is called besides its name. */
    private static final Pattern ENDING = Pattern.compile("(村民委员会|居民委员会|村委会|居委会|行政村|社区|村)$");

    private static final Pattern TOWN_ENDING = Pattern.compile("(街道办事处|街道|镇|乡)$");
    private static final int SHOWN = 5;

    /** A village as the register has it. */
    record Village(long id, String path, String name, String town) {}

    /** What came of looking a name up. */
    sealed interface Found {
        record One(Village village) implements Found {}

        /** {@code existing} are the villages that were near. */
        record Not(RosterFault fault, String existing) implements Found {}
    }

    private final Map<String, List<Village>> byName = new HashMap<>();
    private final Map<Long, Village> byId = new HashMap<>();
    private final Map<String, Found> known = new HashMap<>();

    Villages(List<Village> villages) {
        for (Village village : villages) {
            byId.put(village.id, village);
            for (String name : List.of(core(village.name), core(village.town + village.name))) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(village);
            }
        }
    }

    /** The village of a name, and a town's name to tell villages of one name apart; empty when the file has none. */
    Found find(String town, String village) {
        // a name may not come so often in the file as to fill memory
        if (known.size() > 100_000) {
            known.clear();
        }
        return known.computeIfAbsent(town + "\t" + village, key -> look(town, village));
    }

    /** The name of a village of the register, or its id where the caller may not see it. */
    String name(long id) {
        Village village = byId.get(id);
        return village == null ? Long.toString(id) : village.town + village.name;
    }

    private Found look(String town, String village) {
        if (village.isEmpty()) {
            return new Found.Not(RosterFault.VILLAGE_EMPTY, "");
        }
        List<Village> named = byName.getOrDefault(core(CellText.withoutSpaces(village)), List.of()).stream()
                .distinct()
                .toList();
        String townCore = TOWN_ENDING.matcher(CellText.withoutSpaces(town)).replaceAll("");
        List<Village> there = townCore.isEmpty()
                ? named
                : named.stream()
                        .filter(one ->
                                TOWN_ENDING.matcher(one.town).replaceAll("").equals(townCore))
                        .toList();
        if (there.size() == 1) {
            return new Found.One(there.getFirst());
        }
        return there.isEmpty()
                ? new Found.Not(RosterFault.VILLAGE_UNKNOWN, shown(named.isEmpty() ? near(village) : named))
                : new Found.Not(RosterFault.VILLAGE_AMBIGUOUS, shown(there));
    }

    private List<Village> near(String village) {
        String core = core(CellText.withoutSpaces(village));
        return byId.values().stream()
                .filter(one -> !core.isEmpty() && (core(one.name).contains(core) || core.contains(core(one.name))))
                .toList();
    }

    private static String shown(List<Village> villages) {
        List<String> names = villages.stream()
                .map(one -> one.town + one.name)
                .sorted()
                .limit(SHOWN)
                .toList();
        return String.join("、", names);
    }

    private static String core(String name) {
        String core = ENDING.matcher(name).replaceAll("");
        return core.isEmpty() ? name : core;
    }
}
