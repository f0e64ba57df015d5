package fangpin.demonstration;

import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** An office over a database of its own with the demonstration in it; closed at the end of the run. */
final class DemonstrationOffice {
    private static final DemonstrationOffice ONLY = new DemonstrationOffice();

    final ConfigurableApplicationContext context;
    final Map<String, Actor> staff = new LinkedHashMap<>();

    DemonstrationOffice() {
        try {
            Path folder = PrivateOffice.folder();
            PrivateOffice office = PrivateOffice.in(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(office, folder)));
            context = office.context();
        } catch (IOException | RefusedException e) {
            throw new IllegalStateException(e);
        }
        Population people = Population.make();
        Hiring hiring = new Hiring(context.getBean(Accounts.class), people.country());
        new CountyLoad(context, people)
                .run(
                        one -> {
                            Actor actor = hiring.hire(one);
                            staff.put(one.login(), actor);
                            return actor;
                        },
                        () -> {});
    }

    private static void close(PrivateOffice office, Path folder) {
        try {
            office.close();
            PostgresBinaries.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " " + e);
        }
    }

    /** The one that tests share, who only read. */
    static DemonstrationOffice shared() {
        return ONLY;
    }

    /** The member of staff with a login. */
    Actor as(String login) {
        return Objects.requireNonNull(staff.get(login), login);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody of the poverty office of a division. */
    static Actor clerkOf(String path) {
        return new Actor(900, "测试", Set.of(Role.POVERTY_OFFICE), new Scope(path), "");
    }
}
