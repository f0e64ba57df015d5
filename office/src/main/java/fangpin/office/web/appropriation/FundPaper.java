package fangpin.office.web.appropriation;

import fangpin.office.web.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * 资金报表: a statement, table or letter out of the ledger and the register, whose figures lead back to their origin.
 *
 * @param name of the files it is saved as
 * @param addressee 主送机关; empty where it goes to nobody in particular
 * @param clauses the law beside it
 */
public record FundPaper(String name, String title, String addressee, List<Block> blocks, List<String> clauses) {
    public FundPaper {
        blocks = List.copyOf(blocks);
        clauses = List.copyOf(clauses);
    }

    /** 一段或一张表 */
    public sealed interface Block {}

    /** 一段话 */
    public record Paragraph(List<Piece> pieces) implements Block {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }

        /** Its words without links. */
        public String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    /** 一张表 */
    public record Table(String title, List<String> head, List<List<Piece>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * 几个字或一个数.
     *
     * @param address where the figure comes from; empty for words
     */
    public record Piece(String text, String address) {
        static Piece words(String text) {
            return new Piece(text, "");
        }
    }

    /** A sentence whose places are filled with figures that lead back to their origin: the words have {@code {0}}, {@code {1}}. */
    static Paragraph sentence(Page page, String key, Piece... figures) {
        Object[] marks = new Object[figures.length];
        for (int i = 0; i < figures.length; i++) {
            marks[i] = "\u0001" + i + "\u0001";
        }
        List<Piece> pieces = new ArrayList<>();
        String[] parts = page.say(key, marks).split("\u0001", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                pieces.add(figures[Integer.parseInt(parts[i])]);
            } else if (!parts[i].isEmpty()) {
                pieces.add(Piece.words(parts[i]));
            }
        }
        return new Paragraph(pieces);
    }
}
