package fangpin.kernel;

/**
 * A text in the two languages of the desk.
 *
 * @param zh Chinese, shown first
 * @param en English
 */
public record Text(String zh, String en) {
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /** The two languages of every text that a user sees. */
    public enum Language {
        ZH,
        EN
    }
}
