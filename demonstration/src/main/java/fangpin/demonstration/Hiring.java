package fangpin.demonstration;

import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 开户: makes the demonstration's logins, each with a password made at random now; no password stands in the program. */
final class Hiring {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 14;

    private final Accounts accounts;
    private final Country country;
    private final SecureRandom random = new SecureRandom();
    private final List<Login> logins = new ArrayList<>();

    Hiring(Accounts accounts, Country country) {
        this.accounts = accounts;
        this.country = country;
    }

    /** A login as it is shown to who starts the demonstration. */
    record Login(Staff staff, String heading, String password) {
        @Override
        public String toString() {
            return "login " + staff.login();
        }
    }

    Actor hire(Staff one) {
        String heading = country.heading(one.place());
        String password = password();
        Accounts.Wanted wanted = one.role() == Role.HOSPITAL
                ? new Accounts.Wanted(
                        one.login(),
                        one.name(),
                        new Scope(HospitalsOfTheCounty.path(one.place())),
                        heading + " · " + HospitalsOfTheCounty.name(one.place()),
                        Set.of(one.role()))
                : new Accounts.Wanted(
                        one.login(), one.name(), new Scope(one.place().path()), heading, Set.of(one.role()));
        Actor actor = accounts.demonstration(wanted, password, Instant.now()).actor();
        logins.add(new Login(one, heading, password));
        return actor;
    }

    List<Login> logins() {
        return List.copyOf(logins);
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
