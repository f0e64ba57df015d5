package fangpin.office.enrolment;

/**
 * 名单人数: how many lines of a product come out one way for one reason, in a place right below the one asked for.
 *
 * @param path of the place
 */
public record ListCount(String path, String product, Enrolment.Outcome outcome, String reason, long persons) {}
