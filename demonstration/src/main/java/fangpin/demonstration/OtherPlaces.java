package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 外市样本: the smaller sets of Licheng, Lishui and Lianyun. */
final class OtherPlaces {
    private static final List<String> LISHUI =
            List.of("331102", "331121", "331122", "331123", "331124", "331125", "331126", "331127", "331181");
    private static final UnitMaker.Clauses LICHENG =
            new UnitMaker.Clauses("LC §2.1", "LC §2.1", "LC §2.2", "WH10 §1", "济南市历城区2020年扶贫政策");

    private static final int BESIDES = 150;

    private OtherPlaces() {}

    /** All three. */
    static List<Household> make(Country country, Map<String, Integer> serials) {
        List<Household> households = new ArrayList<>(licheng(country, serials));
        for (String county : LISHUI) {
            lowIncome(
                    country,
                    serials,
                    county,
                    "3311",
                    "丽政办发〔2017〕51号",
                    50,
                    List.of(
                            new Kind(StatusKind.CONSOLIDATION_HOUSEHOLD, "LS §3"),
                            new Kind(StatusKind.SUBSISTENCE_ALLOWANCE, "LS §3"),
                            new Kind(StatusKind.SUBSISTENCE_MARGIN, "LS §3"),
                            new Kind(StatusKind.OTHER_HARDSHIP, "LS §3")),
                    households);
        }
        lowIncome(
                country,
                serials,
                "320703",
                "3207",
                "连委办发〔2021〕36号",
                180,
                List.of(
                        new Kind(StatusKind.SUBSISTENCE_ALLOWANCE, "LY36 §6"),
                        new Kind(StatusKind.SUBSISTENCE_ALLOWANCE, "LY36 §6"),
                        new Kind(StatusKind.DESTITUTE_SUPPORT, "LY36 §6"),
                        new Kind(StatusKind.SUDDEN_HARDSHIP, "LY36 §5"),
                        new Kind(StatusKind.EXPENDITURE_STRAINED, "LY36 §6")),
                households);
        return List.copyOf(households);
    }

    /** 2,381 insured (LC §2.1), 50 students among them (LC §2.2), and some households besides. */
    private static List<Household> licheng(Country country, Map<String, Integer> serials) {
        country.settle("370112", 8, 90);
        Dice dice = Dice.of("people of 370112");
        People people = new People(dice, "3701", serials);
        Neighbourhood all = new Neighbourhood(dice, people, country.villagesOf("370112"), "历城区扶贫办");
        List<Household> made =
                new ArrayList<>(new UnitMaker(dice, people, LICHENG).make(new Quota(2381, 0, 0, 1303, 50), all, all));
        // points go to 1,066 households (LC §2.9), which are more than those of the insured
        FamilyMaker families = new FamilyMaker(dice, people);
        LocalDate since = LocalDate.of(2019, 7, 1);
        for (int i = 0; i < BESIDES; i++) {
            List<Person> members = families.members(Family.OLD_ALONE);
            members.forEach(person ->
                    person.statuses.add(new Status(StatusKind.SUBSISTENCE_ALLOWANCE, since, null, "LC §2.9")));
            made.add(all.settle(members, since, "济南市历城区2020年扶贫政策"));
        }
        return made;
    }

    private record Kind(StatusKind kind, String clause) {}

    /** Households of the classes a document names, each class held by the whole household. */
    private static void lowIncome(
            Country country,
            Map<String, Integer> serials,
            String county,
            String idNumbers,
            String ground,
            int households,
            List<Kind> kinds,
            List<Household> made) {
        Dice dice = Dice.of("people of " + county);
        People people = new People(dice, idNumbers, serials);
        FamilyMaker families = new FamilyMaker(dice, people);
        Place place = country.get(county);
        country.settle(county, 2, 12);
        Neighbourhood villages =
                new Neighbourhood(dice, people, country.villagesOf(county), place.nameChinese() + "民政局");
        for (int i = 0; i < households; i++) {
            Kind kind = dice.pick(kinds);
            LocalDate since = dice.day(LocalDate.of(2017, 6, 15), LocalDate.of(2020, 4, 1));
            List<Person> members = families.members(
                    kind.kind() == StatusKind.DESTITUTE_SUPPORT
                            ? Family.OLD_ALONE
                            : dice.pick(List.of(Family.values())));
            for (Person person : members) {
                LocalDate from = person.born.isAfter(since) ? person.born : since;
                person.statuses.add(new Status(kind.kind(), from, null, kind.clause()));
            }
            made.add(villages.settle(members, since, ground));
        }
    }
}
