package fangpin.packs.cases;

import fangpin.packs.yaml.Place;

/**
 * A cell that came out otherwise than the case says.
 *
 * @param row from 1
 * @param expected as the case writes it; empty if it expects nothing there
 * @param got what came out
 */
public record CaseFailure(String caseId, int row, Place place, String column, String expected, String got) {}
