package fangpin.office.enrolment;

/**
 * 承保机构
 *
 * @param path the division that keeps it
 */
public record Insurer(long id, String path, String code, String name) {}
