package fangpin.kernel.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * 文件 An issued document as the pack stores it.
 *
 * @param id short name that clause ids begin with
 * @param number issuing number, 文号
 * @param sha256 of the stored text, lower-case hex
 * @param clauses in document order
 */
public record Document(String id, String number, String title, LocalDate issued, String sha256, List<Clause> clauses) {}
