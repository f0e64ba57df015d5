package fangpin.demonstration;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.ContractConduct;
import fangpin.office.enrolment.ProductReports;
import fangpin.office.fund.OperatingCosts;
import fangpin.office.fund.PremiumPayments;
import java.time.LocalDate;
import java.util.List;

/**
 * 2020年度承办机构故事: what it cost to run the insurance, one voucher still unanswered; a small fault that the city confirmed, and an
 * extension that waits for the second clerk; Rongcheng's counts by product, sent up and not received yet.
 */
final class InsurerOf2020 implements Story {
    private static final LocalDate SPENT = LocalDate.of(2020, 5, 8);

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        Contract contract =
                scene.face(PremiumPayments.class).contracts(scene.as("city")).getFirst();
        long posted = cost(scene, contract, "supplementary-medical", 1_286_000, "投保手册印制和发放", "YS-2020-0417");
        Scene.done(scene.face(OperatingCosts.class).post(scene.as("insurer2"), posted, SPENT));
        long second = cost(scene, contract, "accident", 236_000, "乡镇服务网点值班", "YS-2020-0425");
        Scene.done(scene.face(OperatingCosts.class).post(scene.as("insurer2"), second, SPENT));
        cost(scene, contract, "supplementary-medical", 458_000, "一站式结算系统运维", "YS-2020-0502");
        conduct(scene, contract.id());
        Scene.done(scene.face(ProductReports.class).send(scene.as("county"), SPENT, SPENT));
    }

    private static long cost(Scene scene, Contract contract, String product, long fen, String what, String voucher) {
        return Scene.done(scene.face(OperatingCosts.class)
                .enter(
                        scene.as("insurer"),
                        new OperatingCosts.Told(contract.id(), product, new Fen(fen), SPENT, what, voucher),
                        SPENT));
    }

    private static void conduct(Scene scene, long contract) {
        ContractConduct conduct = scene.face(ContractConduct.class);
        Actor city = scene.as("city");
        Scene.done(conduct.list(city, contract, "拖延赔付超过三十日", "合同第九条", true, SPENT));
        Scene.done(conduct.list(city, contract, "将贫困人口信息用于其他业务", "合同第十条", true, SPENT));
        long kind = Scene.done(conduct.list(city, contract, "网点值班缺勤", "合同第八条", false, SPENT));
        long fault = Scene.done(conduct.find(city, contract, kind, LocalDate.of(2020, 5, 7), "俚岛镇网点抽查时无人值班", SPENT));
        Scene.done(conduct.judge(scene.as("city2"), contract, fault, true, "", SPENT));
        Scene.done(conduct.extend(city, contract, LocalDate.of(2022, 1, 1), "服务及时，续办一年", SPENT));
    }
}
