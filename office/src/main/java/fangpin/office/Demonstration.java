package fangpin.office;

import fangpin.office.database.Progress;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** 演示数据: a county of made-up people, in a module of its own, found on the class path ({@link java.util.ServiceLoader}). */
public interface Demonstration {
    /** The day on which it opens: its stories play around it, so pages take it for today. */
    LocalDate today();

    /**
     * Makes sure that the county is there, whole; called at every start of an installation that shows it, so it does nothing when
     * it is.
     */
    void load(ApplicationContext office, Progress progress);
}
