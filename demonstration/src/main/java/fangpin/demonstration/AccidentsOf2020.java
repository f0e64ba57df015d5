package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimApprovals;
import fangpin.office.claims.ClaimFindings;
import fangpin.office.claims.ClaimPapers;
import fangpin.office.claims.ClaimProposals;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.claims.Claims;
import fangpin.office.claims.Injury;
import fangpin.office.claims.LossReport;
import fangpin.office.claims.LossReports;
import fangpin.office.claims.PaperKind;
import fangpin.office.claims.Payee;
import fangpin.office.fund.Owing;
import fangpin.office.fund.PayeeSource;
import fangpin.office.fund.PaymentOrders;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/**
 * 意外故事: 于德海 fell from a wall in April 2020, his hospital bill is paid in part; 慕文斌 lost two finger joints in a reaper, rated grade 10
 * twice and so 9. The first was told of by the village helper, the second by telephone.
 */
final class AccidentsOf2020 implements Story {
    private static final LocalDate SINCE = LocalDate.of(2016, 3, 18);
    private static final LocalDate REPORTED = LocalDate.of(2020, 5, 6);
    private static final LocalDate HANDED_IN = LocalDate.of(2020, 5, 7);
    private static final LocalDate DECIDED = LocalDate.of(2020, 5, 9);
    /** A number no bank gives out. */
    private static final String CARD = "9000000000000000001";

    private final FamilyFallsIll illness;
    private final Person farmer;
    private final Household household;

    AccidentsOf2020(Casting casting, FamilyFallsIll illness) {
        this.illness = illness;
        farmer = casting.beneficiary(SINCE, casting.person("慕文斌", "02", 1, 1961, 8, 14));
        household = casting.household("371082104201", 931, "孙永强", SINCE, farmer);
    }

    @Override
    public List<Household> households() {
        return List.of(household);
    }

    @Override
    public void tell(Scene scene) {
        fall(scene);
        reaper(scene);
    }

    private void fall(Scene scene) {
        long husband = scene.writer().idOf(illness.husband());
        long id = Scene.done(scene.face(LossReports.class)
                .report(
                        scene.as("helper"),
                        said(
                                husband,
                                Claim.Kind.MEDICAL,
                                LocalDate.of(2020, 4, 18),
                                "大庄村自家院墙",
                                "fall",
                                "修补院墙时踩空摔下，左小腿骨折",
                                Claim.Channel.VILLAGE,
                                "孙永强（村级帮扶人）"),
                        REPORTED));
        complete(scene, id, new Payee(Payee.Kind.PERSON, "于德海", "", 1, "荣成农商银行俚岛支行", CARD, true));
        Scene.done(scene.face(ClaimFindings.class)
                .investigate(scene.as("insurer"), id, HANDED_IN, "大庄村自家院墙", "现场与报案相符，村委会和邻居证实；票据已由医保先结算", HANDED_IN));
        decided(scene, id, new Assessment(620_000L, 372_000, null), "医保先行结算后按条款赔付");
        asked(scene, id);
    }

    /** The insurer asks that it be paid; the second login has not looked at it yet. */
    private static void asked(Scene scene, long id) {
        PaymentOrders orders = scene.face(PaymentOrders.class);
        Actor insurer = scene.as("insurer");
        Owing owing = orders.owing(insurer).stream()
                .filter(one -> one.subject().equals(Claim.subject(id)))
                .findFirst()
                .orElseThrow();
        PayeeSource.Told told =
                orders.told(insurer, owing.subject(), owing.openFen()).orElseThrow();
        Scene.done(orders.raise(insurer, owing.accountId(), told.payees().getFirst(), DECIDED));
    }

    private void reaper(Scene scene) {
        Actor handler = scene.as("insurer");
        long id = Scene.done(scene.face(LossReports.class)
                .report(
                        handler,
                        said(
                                scene.writer().idOf(farmer),
                                Claim.Kind.DISABILITY,
                                LocalDate.of(2020, 1, 15),
                                "大庄村打谷场",
                                "machinery",
                                "清理收割机时被绞伤左手",
                                Claim.Channel.PHONE,
                                "慕文斌本人"),
                        REPORTED));
        complete(scene, id, new Payee(Payee.Kind.PERSON, "慕文斌", "", 1, "荣成农商银行俚岛支行", CARD, true));
        for (String part : List.of("左手食指末节缺失", "左手中指末节缺失")) {
            Scene.done(scene.face(ClaimFindings.class)
                    .rate(
                            handler,
                            id,
                            Injury.BodySystem.MOVEMENT,
                            part,
                            10,
                            LocalDate.of(2020, 4, 28),
                            "荣成市人民医院（演示）",
                            HANDED_IN));
        }
        decided(scene, id, new Assessment(null, 0, null), "两处十级，综合九级");
    }

    private static LossReport said(
            long person,
            Claim.Kind kind,
            LocalDate day,
            String place,
            String cause,
            String circumstances,
            Claim.Channel channel,
            String reporter) {
        return new LossReport(
                person,
                kind,
                day,
                place,
                cause,
                circumstances,
                Claim.ThirdParty.NONE,
                channel,
                reporter,
                "",
                false,
                false,
                null);
    }

    private static void complete(Scene scene, long id, Payee payee) {
        Scene.done(scene.face(ClaimPapers.class)
                .receive(scene.as("helper"), id, EnumSet.allOf(PaperKind.class), HANDED_IN));
        Scene.done(scene.face(ClaimFindings.class).pay(scene.as("insurer"), id, List.of(payee)));
    }

    private static void decided(Scene scene, long id, Assessment found, String note) {
        Actor handler = scene.as("insurer");
        ClaimProposals proposals = scene.face(ClaimProposals.class);
        int version =
                scene.face(Claims.class).find(handler, id).orElseThrow().claim().version();
        Claim proposed = Scene.done(proposals.propose(handler, id, version, found, note, HANDED_IN));
        ClaimTrial trial = Scene.done(proposals.trial(handler, id, found));
        Scene.done(scene.face(ClaimApprovals.class)
                .approve(scene.as("insurer2"), id, proposed.version(), trial.owedFen(), "同意", DECIDED));
        Scene.done(scene.face(Claims.class).informed(scene.as("helper"), id, DECIDED));
    }
}
