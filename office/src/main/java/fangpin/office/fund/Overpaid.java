package fangpin.office.fund;

/**
 * 多付: more was paid than is owed by now, because what was decided became less. A hospital's next bills make up for it; a family gives
 * nothing back (R17).
 *
 * @param subject {@code hospital/3}, {@code claim/7}
 * @param overpaidFen above zero
 */
public record Overpaid(long accountId, String pack, String product, String subject, long overpaidFen) {}
