package fangpin.packs.show;

import java.util.List;

/**
 * A rule in plain words.
 *
 * @param below what belongs to it where there is room: the choices of a reading, the state of an open term
 */
record Rule(String text, List<String> below) {}
