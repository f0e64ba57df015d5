package fangpin.office.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What breaks, and when: spread over the work by dice, each kind in its turn. */
final class Breakage {
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final OfficeProcess office;
    private final CutLine line;
    private final Tally tally;
    private final Random dice;

    Breakage(OfficeProcess office, CutLine line, Tally tally, Random dice) {
        this.office = office;
        this.line = line;
        this.tally = tally;
        this.dice = dice;
    }

    /** 故障 */
    private enum Kind {
        CUT,
        DATABASE,
        OFFICE
    }

    /** Breaks so often, while work of so many steps is done. */
    void run(int faults, int steps, List<Future<?>> working) throws IOException, InterruptedException {
        List<Integer> moments = IntStream.range(0, faults)
                .mapToObj(at -> dice.nextInt(Math.max(1, steps)))
                .sorted()
                .toList();
        List<Kind> turn = new ArrayList<>();
        for (int moment : moments) {
            while (tally.steps() < moment && working.stream().anyMatch(one -> !one.isDone())) {
                HospitalSystem.pause(2);
            }
            HospitalSystem.pause(dice.nextInt(LONGEST_PAUSE_MILLIS));
            if (turn.isEmpty()) {
                turn.addAll(List.of(Kind.values()));
                Collections.shuffle(turn, dice);
            }
            broken(turn.removeLast());
        }
    }

    private void broken(Kind kind) throws IOException, InterruptedException {
        switch (kind) {
            case CUT -> {
                tally.count(line.cutAll() > 0 ? "connections cut, all at once" : "nothing to cut");
            }
            case DATABASE -> tally.count(office.killDatabase() ? "kill -9 of the database" : "no database to kill");
            case OFFICE -> {
                tally.slowest("slowest start after kill -9 of the office", office.killOffice());
                tally.count("kill -9 of the office");
            }
        }
    }
}
