package fangpin.batch.plain;

import java.util.List;

/** Puts bad cells of every kind into a row. */
final class Spoiler {
    private static final List<String> BAD_KINDS =
            List.of("Death", "death ", "illness", "死亡", "医疗费", "instant-help", "1", " ", "x".repeat(201));
    private static final List<String> BAD_GRADES =
            List.of("0", "11", "01", "010", "1.0", "+1", "-1", " 1", "1 ", "１", "一", "I", "100", "9999999999999");

    private Spoiler() {}

    /** One or two cells become empty or bad, so that the order of the reasons matters. */
    static void spoil(Dice dice, RandomRow row) {
        for (int cells = dice.oneIn(3) ? 2 : 1; cells > 0; cells--) {
            String column = dice.pick(row.columns());
            row.put(column, dice.oneIn(4) ? "" : badCell(dice, column, row.get(column)));
        }
    }

    private static String badCell(Dice dice, String column, String cell) {
        return switch (column) {
            case "admission_date", "discharge_date", "accident_date", "from", "to" -> dice.pick(NastyDates.BAD);
            case "category" -> "";
            case "kind" -> dice.pick(BAD_KINDS);
            case "grade" -> dice.pick(BAD_GRADES);
            case "cause" -> dice.pick(List.of("Fire", "fire ", "火", "煤气中毒", "death", "无"));
            case "bill_id", "claim_id", "person_id", "accident_id" -> NastyIds.twin(dice, cell);
            default -> dice.pick(NastyAmounts.BAD);
        };
    }
}
