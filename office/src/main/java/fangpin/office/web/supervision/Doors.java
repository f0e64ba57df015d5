package fangpin.office.web.supervision;

/** 去处: where the rows that findings and statements are about are shown. */
public final class Doors {
    private Doors() {}

    /** The page of a row such as {@code line/5}; empty when it has none of its own. */
    public static String of(String subject) {
        int slash = subject.indexOf('/');
        String number = subject.substring(slash + 1);
        return switch (subject.substring(0, slash)) {
            case "document" -> "/fund-documents/" + number;
            case "line" -> "/fund-lines/" + number;
            case "move" -> "/fund-moves/" + number;
            case "request" -> "/fund-requests/" + number;
            case "person" -> "/persons/" + number;
            case "project" -> "/projects/" + number;
            case "matching" -> "/fund-allocations?year=" + number;
            case String other -> "";
        };
    }
}
