package fangpin.packs.cases;

import fangpin.packs.yaml.Place;
import java.util.List;
import java.util.Map;

/**
 * One bill or claim of a case.
 *
 * @param number from 1
 * @param given cells by column name, as written; empty cells left out
 */
public record CaseRow(int number, Place place, Map<String, String> given, List<Expectation> expected) {}
