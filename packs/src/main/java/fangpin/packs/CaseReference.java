package fangpin.packs;

import fangpin.packs.yaml.Place;

/**
 * A case that a pack names as an example.
 *
 * @param place where the pack names it
 */
public record CaseReference(String caseId, Place place) {}
