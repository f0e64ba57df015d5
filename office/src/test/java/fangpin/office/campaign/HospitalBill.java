package fangpin.office.campaign;

import fangpin.kernel.money.Fen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A made-up bill of a hospital, and the message that carries it. */
record HospitalBill(
        SettlingCounty.Sender sender, String message, String person, long totalFen, long eligibleFen, long basicFen) {
    private static final long LEAST = 30_000;
    private static final int MOST = 4_000_000;
    private static final int PERCENT = 100;

    static HospitalBill of(Random dice, SettlingCounty.Sender sender, String message, List<String> persons) {
        long eligible = LEAST + dice.nextInt(MOST);
        return new HospitalBill(
                sender,
                message,
                persons.get(dice.nextInt(persons.size())),
                eligible + dice.nextInt(MOST / 4),
                eligible,
                eligible * (30 + dice.nextInt(50)) / PERCENT);
    }

    /** The same message, saying something else. */
    HospitalBill changed() {
        return new HospitalBill(sender, message, person, totalFen + 100, eligibleFen, basicFen);
    }

    /** The same bill, from another hospital's system. */
    HospitalBill by(SettlingCounty.Sender other) {
        return new HospitalBill(
                new SettlingCounty.Sender(sender.hospital(), other.token()),
                message,
                person,
                totalFen,
                eligibleFen,
                basicFen);
    }

    /** The key under which it is asked for. */
    String key() {
        return UUID.nameUUIDFromBytes((sender.hospital() + " " + message).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String billNumber() {
        return "Z" + message;
    }

    String json() {
        return """
                {"hospital": %d, "messageId": "%s", "billNumber": "%s", "idNumber": "%s", "admittedOn": "2020-04-26",
                 "dischargedOn": "2020-05-10", "amounts": [{"column": "total_cost", "yuan": "%s"},
                 {"column": "eligible_cost", "yuan": "%s"}, {"column": "basic_paid", "yuan": "%s"},
                 {"column": "critical_illness_paid", "yuan": "0"}, {"column": "hospital_waiver", "yuan": "0"},
                 {"column": "medical_assistance_paid", "yuan": "0"}]}
                """.formatted(
                        sender.hospital(),
                        message,
                        billNumber(),
                        person,
                        new Fen(totalFen).yuan(),
                        new Fen(eligibleFen).yuan(),
                        new Fen(basicFen).yuan());
    }

    @Override
    public String toString() {
        return "message " + message;
    }
}
