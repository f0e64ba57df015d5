package fangpin.office.web.api;

import fangpin.office.register.Neighbourhood;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as an outside program writes them. */
final class ApiCases {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private ApiCases() {}

    static String graduation(long person, String day) {
        return """
                {"kind":"graduation","persons":[%d],"status":"policy-beneficiary","reason":"收入稳定","foundBy":"data",
                 "effectiveOn":"%s"}""".formatted(person, day);
    }

    /** The same number with the check digit it should have. */
    static String valid(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.substring(0, WEIGHTS.length) + "10X98765432".charAt(sum % 11);
    }

    /** Sends a roster of one good row and one whose ID number cannot be. */
    static Program.Reply roster(Program program, String key, String name) {
        String file = "姓名,身份证号,户编号,村,乡镇\n" + name + "," + valid("37199919810405123") + ",NB-API-1,下村,东镇\n"
                + "李四,371999198104051234567,NB-API-1,下村,东镇\n";
        return program.send(
                "/api/v1/rosters",
                "a.csv",
                file.getBytes(StandardCharsets.UTF_8),
                Map.of("place", Neighbourhood.EAST, "status", "policy-beneficiary", "trueFrom", "2020-01-01"),
                key);
    }
}
