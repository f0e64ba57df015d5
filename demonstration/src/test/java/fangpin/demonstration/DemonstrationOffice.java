package fangpin.demonstration;

import fangpin.office.OfficeApplication;
import fangpin.office.TestDatabase;
import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An office over a database of its own with the demonstration in it; closed at the end of the run. */
final class DemonstrationOffice {
    private static final DemonstrationOffice ONLY = new DemonstrationOffice();

    final ConfigurableApplicationContext context;
    final Map<String, Actor> staff = new LinkedHashMap<>();

    DemonstrationOffice() {
        DatabaseAddress address = TestDatabase.fresh();
        try {
            DataFolder folder = DataFolder.open(TestDatabase.folder("demonstration"));
            context = new SpringApplicationBuilder(OfficeApplication.class)
                    .properties("server.address=127.0.0.1", "server.port=0", "management.server.port=0")
                    .initializers(started -> {
                        GenericApplicationContext beans = (GenericApplicationContext) started;
                        beans.registerBean(DatabaseAddress.class, () -> address);
                        beans.registerBean(
                                DataFolder.class, () -> folder, definition -> definition.setDestroyMethodName(""));
                    })
                    .run();
        } catch (IOException | RefusedException e) {
            throw new IllegalStateException(e);
        }
        long begun = System.nanoTime();
        Population people = Population.make();
        Hiring hiring = new Hiring(context.getBean(Accounts.class), people.country());
        new CountyLoad(context, people).run(
                one -> {
                    Actor actor = hiring.hire(one);
                    staff.put(one.login(), actor);
                    return actor;
                },
                () -> {});
        System.out.println("demonstration loaded, seconds: " + (System.nanoTime() - begun) / 1_000_000_000);
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
