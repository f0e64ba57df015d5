package fangpin.kernel.provision;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.util.List;
import java.util.Map;

/**
 * 积分项目表 What earns points in one round, and what a point is worth.
 *
 * @param worth of one point in goods, fen
 */
public record PointsTable(List<Item> items, Fen worth) {
    /**
     * 赋分事项 One item.
     *
     * @param points for one time
     * @param mostTimes that count in a round
     */
    public record Item(String id, Text name, int points, int mostTimes) {}

    /**
     * 汇总 The points of one round, each item up to its limit.
     *
     * @param times how often each item was met, by its id
     * @throws IllegalArgumentException if an id is no item of the table, or a number is below 0
     */
    public long points(Map<String, Integer> times) {
        long points = 0;
        for (Map.Entry<String, Integer> entry : times.entrySet()) {
            Item item = items.stream()
                    .filter(one -> one.id().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no item of the table: " + entry.getKey()));
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException("times below 0: " + entry);
            }
            points += (long) item.points() * Math.min(entry.getValue(), item.mostTimes());
        }
        return points;
    }

    /** 兑换 What points fetch. */
    public Fen value(long points) {
        return new Fen(Math.multiplyExact(points, worth.amount()));
    }
}
