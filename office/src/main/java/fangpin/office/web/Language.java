package fangpin.office.web;

import java.util.Locale;

/** 界面语言: Chinese first, English by a switch. */
public enum Language {
    CHINESE("zh", "zh-CN"),
    ENGLISH("en", "en");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** {@code zh} or {@code en}, as files and cookies name it. */
    public String code() {
        return code;
    }

    /** As a page says it in its {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** For numbers and dates in sentences. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The other one: what the switch offers. */
    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    /** The language of a code; Chinese for any that is unknown. */
    public static Language of(String code) {
        return "en".equals(code) ? ENGLISH : CHINESE;
    }
}
