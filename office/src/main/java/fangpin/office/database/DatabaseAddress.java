package fangpin.office.database;

/**
 * 数据库地址: where the database is, and the two roles the office uses.
 *
 * @param url the JDBC address, without user or password
 * @param owner owns every table; only migrations, backup and restore run as it
 * @param office runs the office: owns nothing, creates nothing, sees the rows of one division at a time
 */
public record DatabaseAddress(String url, Login owner, Login office) {}
