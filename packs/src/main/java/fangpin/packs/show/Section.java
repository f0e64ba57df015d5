package fangpin.packs.show;

import java.util.ArrayList;
import java.util.List;

/** A heading and what stands under it. */
record Section(String heading, List<Line> lines) {
    /**
     * One line of text.
     *
     * @param indent in characters
     */
    record Line(int indent, String text) {
        String printed() {
            return (" ".repeat(indent) + text).stripTrailing();
        }
    }

    /** Cuts lines into sections: an empty line ends one, its first line is its heading. */
    static List<Section> cut(List<Line> lines) {
        List<Section> sections = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            if (!line.text().isEmpty()) {
                open.add(line);
            } else {
                end(open, sections);
            }
        }
        end(open, sections);
        return List.copyOf(sections);
    }

    private static void end(List<Line> open, List<Section> sections) {
        if (!open.isEmpty()) {
            sections.add(new Section(open.getFirst().text(), List.copyOf(open.subList(1, open.size()))));
            open.clear();
        }
    }
}
