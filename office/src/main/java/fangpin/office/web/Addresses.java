package fangpin.office.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** 地址: parts of addresses, escaped. */
public final class Addresses {
    private Addresses() {}

    /** A value as it stands in a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether the address stays on this desk: a path of ours, not another host's. */
    public static boolean isOurs(String address) {
        return address.startsWith("/") && !address.startsWith("//") && !address.contains("\\");
    }
}
