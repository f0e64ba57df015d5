package fangpin.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of an explain file, as far as tests of whole files look into it; amounts as they stand. */
record Explained(
        String caseId, String personId, String paid, String yearPaid, String total, Map<String, String> buckets) {
    private static final Pattern BUCKET = Pattern.compile("\\{\"id\":\"([^\"]*)\",\"amount\":\"([^\"]*)\",\"left\":");

    static List<Explained> lines(String text) {
        return text.lines().map(Explained::line).toList();
    }

    private static Explained line(String line) {
        Map<String, String> buckets = new LinkedHashMap<>();
        Matcher matcher = BUCKET.matcher(line.substring(line.indexOf("\"waterfall\":")));
        while (matcher.find()) {
            buckets.put(matcher.group(1), matcher.group(2));
        }
        return new Explained(
                value(line, "case_id"),
                value(line, "person_id"),
                value(line, "paid"),
                value(line, "year_paid"),
                value(line.substring(line.indexOf("\"waterfall\":")), "total"),
                buckets);
    }

    private static String value(String line, String key) {
        int from = line.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }
}
