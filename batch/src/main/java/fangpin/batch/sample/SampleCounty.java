package fangpin.batch.sample;

import fangpin.tables.RowBuffer;
import java.time.LocalDate;

/**
 * Persons and hospital bills of a county that does not exist. Ids have a valid check digit (GB 11643) and a year of birth in the
 * nineteenth century, so that they can belong to nobody.
 */
public final class SampleCounty {
    private static final int[] DIVISIONS = {371002, 371003, 371071, 371072, 371073, 371082, 371083};
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1800, 1, 1);
    private static final int BIRTHDAYS = 36_000;
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 366;

    private final long persons;
    private final long bills;
    private final long seed;
    private final Shuffle shuffle;

    /**
     * Describes a county; rows are made as they are asked for.
     *
     * @param persons 1 or more
     */
    public SampleCounty(long persons, long bills, long seed) {
        this.persons = persons;
        this.bills = bills;
        this.seed = seed;
        this.shuffle = new Shuffle(Math.max(1, bills), seed);
    }

    /** The id of a person. */
    String personId(long person) {
        long perDivision = 1000L * BIRTHDAYS;
        long division = DIVISIONS[(int) (person / perDivision % DIVISIONS.length)];
        long scattered = Math.floorMod(person * 7_368_787L + seed, perDivision);
        LocalDate birthday = FIRST_BIRTHDAY.plusDays(scattered / 1000);
        long digits = ((division * 10_000 + birthday.getYear()) * 100 + birthday.getMonthValue()) * 100
                + birthday.getDayOfMonth();
        digits = digits * 1000 + scattered % 1000;
        long rest = digits;
        int sum = 0;
        for (int index = WEIGHTS.length - 1; index >= 0; index--) {
            sum += (int) (rest % 10) * WEIGHTS[index];
            rest /= 10;
        }
        return digits + CHECKS.substring(sum % 11, sum % 11 + 1);
    }

    private boolean instantHelp(long person) {
        return Mix.below(100, seed, person, 1) < 6;
    }

    /** The day, counted from 1 January, on which an instant-help person was included. */
    private int inclusionDay(long person) {
        return (int) Mix.below(240, seed, person, 2);
    }

    /** Appends a row of members. */
    public void member(long person, RowBuffer out) {
        out.text(personId(person));
        if (instantHelp(person)) {
            out.text("instant-help").text(YEAR.plusDays(inclusionDay(person)).toString());
        } else {
            out.text("policy-beneficiary").text("2019-12-31");
        }
        out.text("").endRow();
    }

    /** The bill that stands in a row of the file, rows counted from 0. */
    public Bill bill(long row) {
        long bill = shuffle.at(row);
        long person = bill < persons ? bill : Mix.below(persons, seed, bill, 3);
        int first = instantHelp(person) ? inclusionDay(person) : 0;
        int discharge = first + (int) Mix.below(DAYS - first, seed, bill, 4);
        int stay = 1 + (int) Mix.below(20, seed, bill, 5);
        long magnitude = Mix.below(1000, seed, bill, 6);
        long scale = magnitude < 700 ? 800_000 : magnitude < 970 ? 4_000_000 : 40_000_000;
        long total = 30_000 + Mix.below(scale, seed, bill, 7);
        long eligible = total - total * Mix.below(35, seed, bill, 8) / 100;
        long basic = eligible * (40 + Mix.below(35, seed, bill, 9)) / 100;
        long criticalIllness = eligible > 1_400_000 ? (eligible - basic) * Mix.below(50, seed, bill, 10) / 100 : 0;
        long left = eligible - basic - criticalIllness;
        long waiver = left * Mix.below(11, seed, bill, 11) / 100;
        long assistance = (left - waiver) * Mix.below(70, seed, bill, 12) / 100;
        return new Bill(
                bill, personId(person), YEAR.plusDays(discharge).minusDays(stay), YEAR.plusDays(discharge), new long[] {
                    total, eligible, basic, criticalIllness, waiver, assistance
                });
    }

    /** One bill. */
    public static final class Bill {
        private final long number;
        private final String person;
        private final LocalDate admission;
        private final LocalDate discharge;
        private final long[] amounts;

        private Bill(long number, String person, LocalDate admission, LocalDate discharge, long[] amounts) {
            this.number = number;
            this.person = person;
            this.admission = admission;
            this.discharge = discharge;
            this.amounts = amounts;
        }

        /** Appends the bill as a row. */
        public void write(RowBuffer out) {
            out.text("B" + (1_000_000_000L + number)).text(person);
            out.text(admission.toString()).text(discharge.toString());
            for (long amount : amounts) {
                out.money(amount);
            }
            out.endRow();
        }

        /** Appends the bill with something wrong in it. */
        public void writeBad(int what, RowBuffer out) {
            String id = "B" + (1_000_000_000L + number);
            switch (what % 8) {
                case 0 -> cells(out, id, person, admission.toString(), "2020-02-30", "1200.00");
                case 1 -> cells(out, id, person, admission.toString(), discharge.toString(), "-1200.00");
                case 2 -> cells(out, id, person, admission.toString(), discharge.toString(), "１２００");
                case 3 -> cells(out, id, "", admission.toString(), discharge.toString(), "1200.00");
                case 4 -> cells(out, id, person + "9", admission.toString(), discharge.toString(), "1200.00");
                case 5 -> cells(out, id, person, discharge.plusDays(1).toString(), discharge.toString(), "1200.00");
                case 6 -> cells(out, "B1000000000", person, admission.toString(), discharge.toString(), "1200.00");
                default -> out.text(id).text(person).endRow();
            }
        }

        private static void cells(RowBuffer out, String id, String person, String from, String to, String total) {
            out.text(id).text(person).text(from).text(to).text(total);
            out.text("1000.00")
                    .text("700.00")
                    .text("0.00")
                    .text("0.00")
                    .text("100.00")
                    .endRow();
        }
    }

    /** Whether a row of the file is to be a bad one. */
    public boolean bad(long row, long perMillion) {
        return Mix.below(1_000_000, seed, row, 13) < perMillion;
    }

    public long persons() {
        return persons;
    }

    public long bills() {
        return bills;
    }
}
