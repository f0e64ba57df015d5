package fangpin.demonstration;

import fangpin.kernel.Text;
import fangpin.office.Demonstration;
import fangpin.office.access.Accounts;
import fangpin.office.database.DataFolder;
import fangpin.office.database.Progress;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** 演示县市: Weihai with its districts, and smaller sets of the other documents' places; constructed, none of it is real. */
public final class DemonstrationCounty implements Demonstration {
    /** For the service loader. */
    public DemonstrationCounty() {}

    @Override
    public LocalDate today() {
        return Calendar.TODAY;
    }

    @Override
    public void load(ApplicationContext office, Progress progress) {
        LoginFile file = new LoginFile(office.getBean(DataFolder.class).path());
        if (!CountyLoad.isThere(office)) {
            progress.step(new Text("正在编造约四万人的演示数据 ...", "making up some 40,000 people ..."));
            Population people = Population.make();
            Hiring hiring = new Hiring(office.getBean(Accounts.class), people.country());
            new CountyLoad(office, people).run(hiring::hire, () -> file.write(hiring.logins()));
        }
        progress.step(file.shown());
    }
}
