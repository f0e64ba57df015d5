package fangpin.office.papers;

import java.util.List;

/**
 * 投保手册: what a family keeps at home about its cover.
 *
 * @param facts label and value, one under the other
 * @param code by which the office knows its own handbook again
 */
public record Handbook(String title, List<Fact> facts, List<Section> sections, String code) {
    public Handbook {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** A line of facts. */
    public record Fact(String label, String value) {}

    /** A heading and what it says. */
    public record Section(String heading, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
