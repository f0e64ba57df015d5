package fangpin.demonstration;

import fangpin.office.register.Division;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 区划底图: provinces, cities and counties of the five documents, which are real, and below them towns and villages that are made up.
 */
final class Country {
    private final Map<String, Place> byCode = new LinkedHashMap<>();
    private final Map<String, List<Place>> villages = new LinkedHashMap<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();

    /** The real divisions, county and above. */
    static Country ofDocuments() {
        Country country = new Country();
        Words.table("named-places.csv").forEach(row -> country.named.put(row.getFirst(), row));
        for (List<String> row : Words.table("divisions.csv")) {
            Division.Kind kind = Division.Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT));
            country.add(
                    row.get(0).isEmpty()
                            ? Place.top(row.get(1), kind, row.get(3), row.get(4))
                            : country.get(row.get(0)).below(row.get(1), kind, row.get(3), row.get(4)));
        }
        return country;
    }

    /** As pages head themselves: from the city down, 威海市 · 荣成市. A province by its own name. */
    String heading(Place place) {
        String[] codes = place.path().split("/", -1);
        StringBuilder heading = new StringBuilder();
        for (int i = codes.length == 2 ? 0 : 1; i < codes.length - 1; i++) {
            heading.append(heading.isEmpty() ? "" : " · ").append(get(codes[i]).nameChinese());
        }
        return heading.toString();
    }

    Place get(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    /** Every place there is, each after the one above it. */
    List<Place> all() {
        return List.copyOf(byCode.values());
    }

    Place add(Place place) {
        if (byCode.put(place.code(), place) != null) {
            throw new IllegalStateException("twice: " + place.code());
        }
        return place;
    }

    /** The villages of a county that has been settled. */
    List<Place> villagesOf(String county) {
        return Objects.requireNonNull(villages.get(county), county);
    }

    /** Adds made-up towns and villages to a county. */
    void settle(String county, int towns, int hamlets) {
        Dice dice = Dice.of("places of " + county);
        Place above = get(county);
        List<String> names = pairs(dice, "town", "town-end", towns, given(county.substring(0, 6), "镇"));
        List<Place> settled = new ArrayList<>();
        int first = above.kind() == Division.Kind.UNIT ? 501 : 101;
        for (int town = 0; town < towns; town++) {
            String code = county.substring(0, 6) + Integer.toString(first + town);
            String[] name = names.get(town).split(" ", -1);
            Place added = add(below(above, code, Division.Kind.TOWN, name[0] + "镇", name[1]));
            int share = hamlets / towns + (town < hamlets % towns ? 1 : 0);
            settled.addAll(hamlets(dice, added, share));
        }
        villages.put(county, List.copyOf(settled));
    }

    private List<Place> hamlets(Dice dice, Place town, int count) {
        List<Place> villages = new ArrayList<>();
        int number = 201;
        for (String both : pairs(dice, "village", "village-end", count, given(town.code(), "村"))) {
            String[] name = both.split(" ", -1);
            villages.add(
                    add(below(town, town.code() + number, Division.Kind.VILLAGE, name[0] + "村", name[1] + " Village")));
            number++;
        }
        return villages;
    }

    /** By its given name, where a story needs one. */
    private Place below(Place above, String code, Division.Kind kind, String chinese, String english) {
        List<String> given = named.getOrDefault(code, List.of(code, chinese, english));
        return above.below(code, kind, given.get(1), given.get(2));
    }

    /** The given names of places whose code begins so, without their ending. */
    private Set<String> given(String code, String ending) {
        return named.values().stream()
                .filter(row -> row.getFirst().startsWith(code) && row.get(1).endsWith(ending))
                .map(row -> row.get(1).substring(0, row.get(1).length() - ending.length()))
                .collect(Collectors.toSet());
    }

    /** So many different names, each put together of a beginning and an end: "俚岛 Lidao"; none that is given to a place. */
    private static List<String> pairs(Dice dice, String beginnings, String ends, int count, Set<String> given) {
        List<String> all = new ArrayList<>();
        for (String beginning : Words.of(beginnings)) {
            for (String end : Words.of(ends)) {
                String[] first = beginning.split(" ", -1);
                String[] last = end.split(" ", -1);
                all.add(first[0] + last[0] + " " + first[1] + last[1]);
            }
        }
        dice.shuffle(all);
        all.removeIf(name -> given.contains(name.split(" ", -1)[0]));
        return List.copyOf(all.subList(0, count));
    }
}
