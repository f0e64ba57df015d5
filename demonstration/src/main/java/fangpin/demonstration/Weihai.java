package fangpin.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 威海: eight units whose headcounts give the figures of WH6's annex (constructed, as examples/allocation says). */
final class Weihai {
    private static final UnitMaker.Clauses CLAUSES =
            new UnitMaker.Clauses("WH3 §2b", "WH6 §2.1.1", "WH6 §2.1.2", "WH10 §1", "威扶贫组办字〔2020〕3号");
    private static final LocalDate KEY_SINCE = LocalDate.of(2016, 1, 1);

    private Weihai() {}

    /** A village marked in the register: named by the province, or mixed. */
    record Mark(String path, String mark, String clause, LocalDate from) {}

    /** Towns and villages of the eight units. */
    static void settle(Country country) {
        for (List<String> row : Words.table("weihai.csv")) {
            country.settle(row.get(0), Integer.parseInt(row.get(6)), Integer.parseInt(row.get(7)));
        }
    }

    /** What the eight units hold. */
    record Made(List<Household> households, List<Mark> marks) {}

    /** All of it; what the stories tell of is there already and fills part of the quota. */
    static Made make(Country country, Map<String, Integer> serials, List<Household> cast) {
        List<Household> households = new ArrayList<>(cast);
        List<Mark> marks = new ArrayList<>();
        Map<String, List<Household>> told = new HashMap<>();
        for (Household household : cast) {
            told.computeIfAbsent(unitOf(household.village()), unit -> new ArrayList<>())
                    .add(household);
        }
        for (List<String> row : Words.table("weihai.csv")) {
            String unit = row.getFirst();
            int[] count = row.stream().skip(1).mapToInt(Integer::parseInt).toArray();
            Quota quota = new Quota(count[0], count[0] - count[1], count[0] - count[2], count[3], count[4]);
            Place place = country.get(unit);
            List<Place> villages = country.villagesOf(unit);
            Dice dice = Dice.of("people of " + unit);
            int key = Math.max(1, villages.size() * quota.keyVillage() / quota.persons());
            List<Place> shuffled = new ArrayList<>(villages);
            dice.shuffle(shuffled);
            // who is told of lives in villages that are not key villages
            List<Place> ofStories = told.getOrDefault(unit, List.of()).stream()
                    .map(Household::village)
                    .distinct()
                    .toList();
            shuffled.removeAll(ofStories);
            shuffled.addAll(ofStories);
            for (Place village : shuffled.subList(0, key)) {
                marks.add(new Mark(village.path(), "key-village", "WH6 §1.1", KEY_SINCE));
            }
            for (Place village : shuffled.subList(key, Math.min(shuffled.size(), key + 2))) {
                marks.add(new Mark(village.path(), "mixed-village", "WH6 §1.1", KEY_SINCE));
            }
            People people = new People(dice, "3710", serials);
            String office = place.nameChinese() + "扶贫办";
            households.addAll(new UnitMaker(dice, people, CLAUSES)
                    .make(
                            quota.without(told.getOrDefault(unit, List.of())),
                            new Neighbourhood(dice, people, shuffled.subList(0, key), office),
                            new Neighbourhood(dice, people, shuffled.subList(key, shuffled.size()), office)));
        }
        return new Made(List.copyOf(households), List.copyOf(marks));
    }

    private static String unitOf(Place village) {
        String[] codes = village.path().split("/", -1);
        return codes[3].contains("-") ? codes[3] : codes[2];
    }
}
