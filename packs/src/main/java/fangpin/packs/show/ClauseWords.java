package fangpin.packs.show;

import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.packs.check.FigureMarks.Mark;
import fangpin.packs.words.Wording;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a clause on a page: lines, tables, each figure marked by what becomes of it. */
final class ClauseWords {
    private static final String TABLE = "|";
    private static final Pattern RULE_LINE = Pattern.compile("[|: -]+");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?%?");

    private final Clause clause;
    private final List<Mark> marks;
    private final Wording wording;
    private final Markup out;

    /**
     * Prepares the words.
     *
     * @param marks of the clause's figures, in order
     */
    ClauseWords(Clause clause, List<Mark> marks, Wording wording, Markup out) {
        this.clause = clause;
        this.marks = marks;
        this.wording = wording;
        this.out = out;
    }

    void heading() {
        write(0, 0, clause.heading().length());
    }

    /** Whether a paragraph holds a table, which needs the width of the page. */
    boolean isWide(int number) {
        return paragraph(number).lines().anyMatch(line -> line.startsWith(TABLE));
    }

    /**
     * Writes a paragraph.
     *
     * @param number 1 for the first
     */
    void paragraph(int number, String label) {
        int from = 0;
        boolean inTable = false;
        boolean first = true;
        for (String line : paragraph(number).split("\n", -1)) {
            boolean table = line.startsWith(TABLE);
            if (table != inTable) {
                inTable = table;
                if (table) {
                    out.open("table", "class", "figures");
                } else {
                    out.close();
                }
            }
            if (table) {
                row(number, from, line);
            } else {
                out.open("p");
                if (first && !label.isEmpty()) {
                    out.element("span", label, "class", "number");
                }
                write(number, from, from + line.length());
                out.close();
            }
            first = false;
            from += line.length() + 1;
        }
        if (inTable) {
            out.close();
        }
    }

    private String paragraph(int number) {
        return number == 0 ? clause.heading() : clause.paragraphs().get(number - 1);
    }

    private void row(int number, int from, String line) {
        if (RULE_LINE.matcher(line).matches()) {
            return;
        }
        out.open("tr");
        int cell = 1;
        for (int bar = line.indexOf(TABLE, cell); bar >= 0; bar = line.indexOf(TABLE, cell)) {
            if (AMOUNT.matcher(line.substring(cell, bar).strip()).matches()) {
                out.open("td", "class", "amount");
            } else {
                out.open("td");
            }
            write(number, from + cell, from + bar);
            out.close();
            cell = bar + 1;
        }
        out.close();
    }

    private void write(int number, int from, int to) {
        String words = paragraph(number);
        int at = from;
        for (Mark mark : marks) {
            if (mark.paragraph() == number && mark.from() >= at && mark.to() <= to) {
                out.text(words.substring(at, mark.from()));
                figure(words.substring(mark.from(), mark.to()), mark);
                at = mark.to();
            }
        }
        out.text(words.substring(at, to));
    }

    private void figure(String printed, Mark mark) {
        Text why = mark.why();
        switch (mark.use()) {
            case USED -> out.element("mark", printed);
            case NO_RULE ->
                out.element("span", printed, "class", "no-rule", "title", why == null ? "" : wording.text(why));
            case UNUSED -> out.element("span", printed, "class", "unused", "title", wording.text("page.unused"));
        }
    }
}
