package fangpin.office.web.accounts;

import fangpin.office.web.Words;

/** 审计内容: what a record tells, field by field, in words. */
public final class Details {
    private Details() {}

    /** The name of a field, with what parts it from its value; a name that nobody gave words stands as it is. */
    public static String name(Words words, String field) {
        String key = "access.detail." + field;
        return words.of("access.detail.named", words.has(key) ? words.of(key) : field);
    }
}
