package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/** Damage for which a whole file is refused. */
final class RandomDamage {
    private RandomDamage() {}

    static String damaged(Dice dice, String text, List<PlainColumn> columns) {
        return switch (dice.between(0, 6)) {
            case 0 -> "";
            case 1 -> "\uFEFF\n\n";
            case 2 -> text + "\n\"never closed,1,2\n3,4\n";
            case 3 ->
                withoutColumn(
                        text,
                        dice.pick(columns.stream().filter(PlainColumn::needed).toList()));
            case 4 -> withColumn(text, dice.pick(PlainCsv.parse(text).getFirst().cells()));
            case 5 -> withColumn(text, columns.getFirst().name());
            default -> withColumn(text, columns.getFirst().otherNames().getFirst());
        };
    }

    /** The needed column is there under a name that only resembles it. */
    private static String withoutColumn(String text, PlainColumn column) {
        List<List<String>> lines = lines(text);
        lines.getFirst().replaceAll(name -> column.isCalled(name) ? column.name() + "_" : name);
        return joined(lines);
    }

    /** The file says a name twice, or gives one column both of its names. */
    private static String withColumn(String text, String name) {
        List<List<String>> lines = lines(text);
        lines.forEach(cells -> cells.add(""));
        lines.getFirst().set(lines.getFirst().size() - 1, name);
        return joined(lines);
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        PlainCsv.parse(text).forEach(record -> lines.add(new ArrayList<>(record.cells())));
        return lines;
    }

    private static String joined(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(cells -> text.append(PlainCsv.line(cells)).append('\n'));
        return text.toString();
    }
}
