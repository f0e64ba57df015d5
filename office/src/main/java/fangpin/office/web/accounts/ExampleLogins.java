package fangpin.office.web.accounts;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 演示账号: the logins that the sign-in page offers. Empty unless the demonstration, which knows the passwords, put them here. */
@Component
public final class ExampleLogins {
    private volatile List<Bare.Example> all = List.of();

    /** Adds a login; only the demonstration does. */
    public synchronized void add(String userName, String password, String role) {
        List<Bare.Example> more = new ArrayList<>(all);
        more.add(new Bare.Example(userName, password, role));
        all = List.copyOf(more);
    }

    List<Bare.Example> all() {
        return all;
    }
}
