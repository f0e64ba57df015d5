package fangpin.bench;

import java.util.Random;

/**
 * Random hospital bills as columns, five to a person and a person's together, as a sorted file gives them. Costs from 300 to
 * 80,000 yuan, most of them small; payers take what payers take.
 */
final class Bills {
    static final int PER_PERSON = 5;

    final int count;
    final long[][] columns;
    final int[] slots;

    Bills(int persons, int width, long seed) {
        Random random = new Random(seed);
        this.count = persons * PER_PERSON;
        this.columns = new long[SupplementaryCover.INPUTS.size()][count];
        this.slots = new int[count];
        for (int row = 0; row < count; row++) {
            slots[row] = row / PER_PERSON * width;
            long total = 30_000 + (long) (Math.pow(random.nextDouble(), 3) * 7_970_000);
            long eligible = share(random, total, 80, 100);
            long left = eligible;
            columns[0][row] = total;
            columns[1][row] = eligible;
            columns[2][row] = share(random, left, 50, 85);
            left -= columns[2][row];
            columns[3][row] = left > 500_000 ? share(random, left, 40, 70) : 0;
            left -= columns[3][row];
            columns[4][row] = random.nextInt(3) == 0 ? share(random, left, 5, 10) : 0;
            left -= columns[4][row];
            columns[5][row] = random.nextInt(2) == 0 ? share(random, left, 20, 70) : 0;
            left -= columns[5][row];
            columns[6][row] = random.nextInt(10) == 0 ? share(random, left, 1, 30) : 0;
        }
    }

    private static long share(Random random, long amount, int fromPercent, int toPercent) {
        return amount * random.nextInt(fromPercent, toPercent + 1) / 100;
    }
}
