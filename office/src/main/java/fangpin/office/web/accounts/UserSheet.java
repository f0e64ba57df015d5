package fangpin.office.web.accounts;

import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.Right;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of accounts as a table. */
@Component
class UserSheet implements ListSheet {
    private final Accounts accounts;
    private final Times times;

    UserSheet(Accounts accounts, Times times) {
        this.accounts = accounts;
        this.times = times;
    }

    @Override
    public String id() {
        return "users";
    }

    @Override
    public Right needs() {
        return Right.USERS_MANAGE;
    }

    @Override
    public Place place() {
        return Place.USERS;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        boolean stopped = choices.getOrDefault("stopped", "").equals("true");
        return new Sheet(
                List.of(
                        "access.users.name",
                        "access.users.display",
                        "access.users.roles",
                        "access.users.place",
                        "access.users.last",
                        "access.users.state"),
                accounts.list(desk.actor(), "", choices.getOrDefault("words", ""), stopped, MOST).stream()
                        .map(one -> row(desk, one))
                        .toList());
    }

    private List<String> row(Desk desk, Account one) {
        String roles = one.roles().stream()
                .sorted()
                .map(role -> desk.words().of(role.key()))
                .collect(Collectors.joining("、"));
        return List.of(
                one.userName(),
                one.displayName(),
                one.kind() == Account.Kind.PROGRAM ? desk.words().of("access.users.program") : roles,
                one.place(),
                one.lastSignInAt() == null ? desk.words().of("access.users.never") : times.minute(one.lastSignInAt()),
                desk.words().of(one.disabledAt() == null ? "access.users.active" : "access.users.off"));
    }
}
