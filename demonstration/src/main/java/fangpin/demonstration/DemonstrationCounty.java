package fangpin.demonstration;

import fangpin.office.Demonstration;
import fangpin.office.database.Progress;
import org.springframework.context.ApplicationContext;

/** 演示县市: Weihai with its districts, and smaller sets of the other documents' places; constructed, as every page of it says. */
public final class DemonstrationCounty implements Demonstration {
    /** For the service loader. */
    public DemonstrationCounty() {}

    @Override
    public void load(ApplicationContext office, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
