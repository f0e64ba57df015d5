package fangpin.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountryTest {
    /** A made-up village had the name that a story gives to its neighbour: no roster could tell the two apart. */
    @Test
    void noTwoPlacesOfOnePlaceHaveOneName() {
        Country country = Country.ofDocuments();
        country.settle("371082", 50, 2000);
        Set<String> addresses = new HashSet<>();
        List<String> twice = country.all().stream()
                .map(Place::address)
                .filter(address -> !addresses.add(address))
                .toList();
        assertEquals(List.of(), twice);
    }
}
