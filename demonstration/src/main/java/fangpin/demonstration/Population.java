package fangpin.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 演示人口: everybody there is, made before anything is written. */
record Population(Country country, Stories stories, List<Household> households, List<Weihai.Mark> marks) {
    static Population make() {
        Country country = Country.ofDocuments();
        Weihai.settle(country);
        Map<String, Integer> serials = People.serials();
        Stories stories = Stories.of(new Casting(country, serials));
        Weihai.Made weihai = Weihai.make(country, serials, stories.households());
        List<Household> households = new ArrayList<>(weihai.households());
        households.addAll(OtherPlaces.make(country, serials));
        return new Population(country, stories, List.copyOf(households), weihai.marks());
    }
}
