package fangpin.office.web.accounts;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 账号管理: the accounts of one's division. */
@Controller
public class UserPages {
    private static final int ROWS = 50;
    private static final int NOT_ACCEPTED = 422;

    /** A page of the list. */
    public record Listed(List<Account> accounts, String words, boolean stopped, String next, Times times) {
        public Listed {
            accounts = List.copyOf(accounts);
        }
    }

    /** The form of an account; a version below zero is a new one. */
    public record Form(
            long id,
            UserForm form,
            String state,
            boolean mine,
            Set<Role> grantable,
            List<Places.Choice> places,
            String placeName,
            String error) {
        public Form {
            grantable = Set.copyOf(grantable);
            places = List.copyOf(places);
        }

        /** The roles in the order of the documents. */
        public List<Role> roles() {
            return List.of(Role.values());
        }
    }

    private final Accounts accounts;
    private final Places places;
    private final Times times;
    private final Refusals refusals;
    private final Clock clock;

    UserPages(Accounts accounts, Places places, Times times, Refusals refusals, Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.times = times;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Needs(Right.USERS_MANAGE)
    @GetMapping("/users")
    View list(
            Desk desk,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "stopped", defaultValue = "false") boolean stopped,
            @RequestParam(name = "after", defaultValue = "") String after) {
        List<Account> found = accounts.list(desk.actor(), after, words, stopped, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Account> shown = more ? found.subList(0, ROWS) : found;
        String next = more ? shown.getLast().userName() : "";
        return PageView.of(
                "accounts/users.jte", page(desk, "users.title"), new Listed(shown, words, stopped, next, times));
    }

    @Needs(Right.USERS_MANAGE)
    @GetMapping("/users/new")
    View newForm(Desk desk) {
        return newPage(desk, new UserForm("", "", desk.actor().scope().path(), List.of(), null), "");
    }

    @Needs(Right.USERS_MANAGE)
    @PostMapping("/users")
    View make(Desk desk, @ModelAttribute UserForm form) {
        Optional<String> place = form.path().isEmpty() ? Optional.empty() : places.name(desk.actor(), form.path());
        if (place.isEmpty()) {
            return newPage(desk, form, desk.words().of(AccessRefusal.OUTSIDE_DIVISION.key()))
                    .withStatus(NOT_ACCEPTED);
        }
        Accounts.Wanted wanted =
                new Accounts.Wanted(form.user(), form.display(), new Scope(form.path()), place.get(), form.chosen());
        return switch (accounts.make(desk.actor(), wanted, clock.instant())) {
            case Answer.Refused<Accounts.StartPassword> refused ->
                newPage(desk, form, refusals.sentence(desk.words(), refused)).withStatus(NOT_ACCEPTED);
            case Answer.Done<Accounts.StartPassword>(Accounts.StartPassword start) -> startPassword(desk, start);
        };
    }

    @Needs(Right.USERS_MANAGE)
    @GetMapping("/users/{id}")
    View show(Desk desk, @PathVariable("id") long id) {
        return editPage(desk, found(desk, id), "");
    }

    @Needs(Right.USERS_MANAGE)
    @PostMapping("/users/{id}")
    View change(Desk desk, @PathVariable("id") long id, @ModelAttribute UserForm form) {
        return done(
                desk,
                id,
                accounts.change(desk.actor(), id, form.shownVersion(), form.display(), form.chosen(), clock.instant()));
    }

    @Needs(Right.USERS_MANAGE)
    @PostMapping("/users/{id}/stop")
    View stop(Desk desk, @PathVariable("id") long id, @RequestParam("version") int version) {
        return done(desk, id, accounts.stop(desk.actor(), id, version, clock.instant()));
    }

    @Needs(Right.USERS_MANAGE)
    @PostMapping("/users/{id}/resume")
    View resume(Desk desk, @PathVariable("id") long id, @RequestParam("version") int version) {
        return renewed(desk, id, accounts.resume(desk.actor(), id, version, clock.instant()));
    }

    @Needs(Right.USERS_MANAGE)
    @PostMapping("/users/{id}/reset")
    View reset(Desk desk, @PathVariable("id") long id, @RequestParam("version") int version) {
        return renewed(desk, id, accounts.reset(desk.actor(), id, version, clock.instant()));
    }

    private View done(Desk desk, long id, Answer<Account> answer) {
        return switch (answer) {
            case Answer.Done<Account> changed -> See.other("/users/" + id);
            case Answer.Refused<Account> refused -> refused(desk, id, refused);
        };
    }

    private View renewed(Desk desk, long id, Answer<Accounts.StartPassword> answer) {
        return switch (answer) {
            case Answer.Done<Accounts.StartPassword>(Accounts.StartPassword start) -> startPassword(desk, start);
            case Answer.Refused<Accounts.StartPassword> refused -> refused(desk, id, refused);
        };
    }

    private View refused(Desk desk, long id, Answer.Refused<?> refused) {
        if (refused.reason() == AccessRefusal.NOT_FOUND) {
            throw new NotFoundException();
        }
        return editPage(desk, found(desk, id), refusals.sentence(desk.words(), refused))
                .withStatus(NOT_ACCEPTED);
    }

    private Account found(Desk desk, long id) {
        return accounts.find(desk.actor(), id)
                .filter(account -> account.kind() != Account.Kind.PROGRAM)
                .orElseThrow(NotFoundException::new);
    }

    private PageView newPage(Desk desk, UserForm form, String error) {
        Page page = page(desk, "users.new").under(desk.words().of("access.users.title"), "/users");
        return PageView.of(
                "accounts/user-new.jte",
                page,
                new Form(
                        0,
                        form,
                        "",
                        true,
                        accounts.grantable(desk.actor()),
                        places.below(desk.actor()),
                        desk.actor().place(),
                        error));
    }

    private PageView editPage(Desk desk, Account account, String error) {
        Page page = page(desk, "users.edit").under(desk.words().of("access.users.title"), "/users");
        Set<Role> grantable = accounts.grantable(desk.actor());
        UserForm form = new UserForm(
                account.userName(),
                account.displayName(),
                account.scope().path(),
                account.roles().stream().map(Role::name).toList(),
                account.version());
        boolean mine = grantable.containsAll(account.roles())
                && account.id() != desk.actor().userId();
        String state = account.disabledAt() == null ? "active" : "off";
        return PageView.of(
                "accounts/user.jte",
                page,
                new Form(account.id(), form, state, mine, grantable, List.of(), account.place(), error));
    }

    private static View startPassword(Desk desk, Accounts.StartPassword start) {
        Page page = page(desk, "users.start.title").under(desk.words().of("access.users.title"), "/users");
        return PageView.of("accounts/start-password.jte", page, start);
    }

    private static Page page(Desk desk, String title) {
        return new Page(desk, desk.words().of("access." + title), List.of(), Place.USERS);
    }
}
