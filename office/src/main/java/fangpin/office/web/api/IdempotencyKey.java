package fangpin.office.web.api;

import java.util.regex.Pattern;

/** 请求键: what a program makes up for one change, and sends again when it does not know whether the change was done. */
record IdempotencyKey(String text) {
    static final String HEADER = "Idempotency-Key";
    /** A UUID, so that no key can be somebody's number. */
    static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
}
