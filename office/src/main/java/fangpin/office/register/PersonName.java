package fangpin.office.register;

/** 姓名: of any script and of characters beyond the first plane (𠮷, 䶮); the dot in names of minorities in one spelling (·). */
public record PersonName(String text) {
    private static final int MOST_CHARACTERS = 50;

    /** Why what was written is no name. */
    public enum Fault {
        /** 空 */
        EMPTY,
        /** 过长 */
        TOO_LONG,
        /** 含控制字符或方向控制符 */
        STEERS,
        /** 有字显示不出（? □ �），原字已丢失 */
        LOST_CHARACTER,
        /** 自造字（私用区） */
        PRIVATE_CHARACTER,
        /** 含不用于姓名的字符 */
        NOT_A_NAME
    }

    /** What came of reading a name. */
    public sealed interface Reading {
        /** It is one. */
        record Valid(PersonName name) implements Reading {}

        /** It is none. */
        record Faulty(Fault fault) implements Reading {}
    }

    /** Reads a name as people write it: spaces between Chinese characters go, dots become one kind. */
    public static Reading read(String written) {
        String text = CellText.normal(written);
        if (text.isEmpty()) {
            return new Reading.Faulty(Fault.EMPTY);
        }
        if (CellText.steers(text)) {
            return new Reading.Faulty(Fault.STEERS);
        }
        StringBuilder name = new StringBuilder(text.length());
        int characters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            characters++;
            if (c == '?' || c == '\uFFFD' || c == '\u25A1' || (c <= 0xFFFF && Character.isSurrogate((char) c))) {
                return new Reading.Faulty(Fault.LOST_CHARACTER);
            }
            if (Character.getType(c) == Character.PRIVATE_USE) {
                return new Reading.Faulty(Fault.PRIVATE_CHARACTER);
            }
            if (isDot(c)) {
                name.append('\u00B7');
            } else if (Character.isLetter(c) || isMark(c)) {
                name.appendCodePoint(c);
            } else if (c == ' ') {
                if (betweenLatin(text, i)) {
                    name.append(' ');
                }
            } else {
                return new Reading.Faulty(Fault.NOT_A_NAME);
            }
        }
        return characters > MOST_CHARACTERS
                ? new Reading.Faulty(Fault.TOO_LONG)
                : new Reading.Valid(new PersonName(name.toString()));
    }

    private static boolean isDot(int c) {
        return c == '\u00B7' || c == '\u2022' || c == '\u2027' || c == '\u30FB' || c == '\uFF65' || c == '\u2219';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return c == '-'
                || c == '\''
                || c == '.'
                || c == '\u3007'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean betweenLatin(String text, int at) {
        return at + 1 < text.length()
                && at > 0
                && text.charAt(at - 1) < 0x2E80
                && text.charAt(at + 1) < 0x2E80
                && text.charAt(at + 1) != ' ';
    }
}
