package fangpin.demonstration;

import fangpin.office.OfficeApplication;
import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.Secrets;
import fangpin.office.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
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
            Path keys = TestDatabase.folder("demonstration").resolve("keys");
            Secrets secrets = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
            context = new SpringApplicationBuilder(OfficeApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(started -> {
                        GenericApplicationContext beans = (GenericApplicationContext) started;
                        beans.registerBean(DatabaseAddress.class, () -> address);
                        beans.registerBean(Secrets.class, () -> secrets);
                    })
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        new CountyLoad(context).run(this::hire, () -> {});
    }

    /** The one that tests share, who only read. */
    static DemonstrationOffice shared() {
        return ONLY;
    }

    private Actor hire(Staff one) {
        Actor actor = new Actor(
                staff.size() + 1, one.name(), Set.of(one.role()), new Scope(one.place().path()), one.place().address());
        staff.put(one.login(), actor);
        return actor;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody of the poverty office of a division. */
    static Actor clerkOf(String path) {
        return new Actor(900, "测试", Set.of(Role.POVERTY_OFFICE), new Scope(path), "");
    }
}
