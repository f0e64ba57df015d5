package fangpin.office.enrolment;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LY2 ③: 10% of 26,780 people at 100 yuan, less what is left of last year, is what the district asks for. */
class StatedFiguresTest {
    private static final String PACK = "lianyungang-2021";
    private static final String DISTRICT = "320000/320700/320703/";
    private static final LocalDate DAY = LocalDate.of(2021, 5, 25);

    private final RunningOffice office = RunningOffice.get();
    private final StatedFigures figures = office.part(StatedFigures.class);
    private final PremiumsDue premiums = office.part(PremiumsDue.class);
    private final Actor clerk =
            office.account("lianyun-1", "320703", Role.POVERTY_OFFICE).actor();
    private final Actor second =
            office.account("lianyun-2", "320703", Role.POVERTY_OFFICE).actor();

    private StatedFigures.Told told(String measure, long value) {
        return new StatedFigures.Told(PACK, measure, DISTRICT, value, DAY, "连区扶办〔2021〕2号");
    }

    private Fen due() {
        return done(premiums.due(clerk, PACK, DAY)).due().divisions().stream()
                .flatMap(division -> division.lines().stream())
                .map(line -> line.due())
                .reduce(Fen.ZERO, Fen::plus);
    }

    @Test
    void theRequestOfLianyunComesOutOfStatedFigures() {
        places();
        adopt(Map.of());
        assertEquals(
                List.of("rural-population"),
                figures.measures(PACK).stream().map(measure -> measure.id()).toList());
        long base = done(figures.state(clerk, told("rural-population", 26_780), DAY));
        refused(EnrolmentRefusal.PREMIUM_NOT_DUE, premiums.due(clerk, PACK, DAY));
        refused(AccessRefusal.SAME_PERSON, figures.approve(clerk, base, DAY));
        done(figures.approve(second, base, DAY));
        refused(EnrolmentRefusal.CHANGED_MEANWHILE, figures.approve(second, base, DAY));
        assertEquals(new Fen(26_780_000), due());
        long left = done(figures.state(clerk, told(StatedFigures.CARRY_OVER, 17_268_663), DAY));
        assertEquals(new Fen(26_780_000), due());
        done(figures.approve(second, left, DAY));
        assertEquals(new Fen(9_511_337), due());
        long wrong = done(figures.state(clerk, told("rural-population", 30_000), DAY));
        refused(EnrolmentRefusal.FIELD_MISSING, figures.refuse(second, wrong, "", DAY));
        done(figures.refuse(second, wrong, "与统计年报不符", DAY));
        assertEquals(new Fen(9_511_337), due());
        refused(EnrolmentRefusal.FIELD_MISSING, figures.state(clerk, told("insured", 1), DAY));
        refused(EnrolmentRefusal.BAD_PERIOD, figures.state(clerk, told("rural-population", 1), DAY.minusDays(1)));
        adopt(Map.of("R10", "by-days"));
        refused(EnrolmentRefusal.PREMIUM_NOT_DUE, premiums.due(clerk, PACK, DAY));
        adopt(Map.of());
        assertEquals(new Fen(9_511_337), due());
    }

    /** Donations and pooled money of WH3 §2a.1 and SD §5 are stated too; who is covered by name is counted. */
    @Test
    void whatIsStatedForWeihaiIsMoneyAlone() {
        assertEquals(
                List.of("donated-premium-amount", "pooled-premium-amount"),
                figures.measures("weihai-2020").stream()
                        .map(measure -> measure.id())
                        .toList());
    }

    private void adopt(Map<String, String> readings) {
        Actor city =
                office.account("lianyungang-1", "320700", Role.POVERTY_OFFICE).actor();
        Actor other =
                office.account("lianyungang-2", "320700", Role.POVERTY_OFFICE).actor();
        Adoptions adoptions = office.part(Adoptions.class);
        long id = done(adoptions.propose(city, new Adoptions.Proposal(PACK, readings, null, "测试"), DAY));
        done(adoptions.approve(other, id, 0, DAY));
    }

    private void places() {
        Actor province = new Actor(0, "省", Set.of(), new Scope("320000/"), "");
        office.part(ScopedWork.class).write(province, () -> {
            place("320000/", "province", "江苏省", "");
            place("320000/320700/", "city", "连云港市", "320000/");
            place(DISTRICT, "county", "连云区", "320000/320700/");
            return true;
        });
    }

    private void place(String path, String kind, String name, String above) {
        office.part(JdbcClient.class)
                .sql("""
                        insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                        values (:path, (select id from register.division where path = :above), :code, :kind, :name, :name, '2000-01-01')
                        on conflict do nothing
                        """)
                .param("path", path)
                .param("above", above)
                .param("code", path.substring(path.length() - 7, path.length() - 1))
                .param("kind", kind)
                .param("name", name)
                .update();
    }
}
