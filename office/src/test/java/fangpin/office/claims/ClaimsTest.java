package fangpin.office.claims;

import static fangpin.office.claims.Accidents.CARD;
import static fangpin.office.claims.Accidents.DAY;
import static fangpin.office.claims.Accidents.TODAY;
import static fangpin.office.claims.Accidents.medical;
import static fangpin.office.claims.Accidents.nothingElse;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.fund.Owing;
import fangpin.office.fund.PayeeSource;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.PremiumPayments;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim's way: reported, told once, complete, proposed, decided by another, told, appealed, reviewed by a third. */
class ClaimsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Accidents accidents = Accidents.of(office);
    private final LossReports reports = office.part(LossReports.class);
    private final ClaimPapers papers = office.part(ClaimPapers.class);
    private final ClaimFindings findings = office.part(ClaimFindings.class);
    private final ClaimProposals proposals = office.part(ClaimProposals.class);
    private final ClaimApprovals approvals = office.part(ClaimApprovals.class);
    private final Appeals appeals = office.part(Appeals.class);
    private final Claims claims = office.part(Claims.class);

    @Test
    void fromTheReportToTheFamily() {
        long person = accidents.insured().id();
        long id = done(reports.report(accidents.helper, Accidents.report(person, Claim.Kind.MEDICAL, "fall"), TODAY));
        assertEquals(Claim.Stage.REPORTED, accidents.claim(id).stage());
        assertEquals(DAY.plusYears(2), accidents.claim(id).dueOn());
        assertEquals(
                Set.of(
                        PaperKind.IDENTITY,
                        PaperKind.ACCIDENT_PROOF,
                        PaperKind.MEDICAL_RECORD,
                        PaperKind.HOSPITAL_BILLS,
                        PaperKind.OTHER_SETTLEMENT,
                        PaperKind.BANK_ACCOUNT),
                papers.of(accidents.helper, id).stream().map(Paper::kind).collect(Collectors.toSet()));
        LocalDate later = TODAY.plusDays(4);
        Claim complete = done(papers.receive(accidents.helper, id, EnumSet.allOf(PaperKind.class), later));
        assertEquals(Claim.Stage.COMPLETE, complete.stage());
        assertEquals(later.plusDays(30), complete.dueOn());
        refused(
                ClaimRefusal.PAYEE_MISSING,
                proposals.propose(accidents.handler, id, complete.version(), medical(100_000), "", later));
        done(findings.pay(accidents.handler, id, List.of(Accidents.payee(Claim.Kind.MEDICAL))));
        done(findings.investigate(accidents.handler, id, later, "上丙村村口", "路面湿滑，属实", later));
        Claim proposed =
                done(proposals.propose(accidents.handler, id, complete.version(), medical(100_000), "属实", later));
        Claim approved = done(approvals.approve(accidents.checker, id, proposed.version(), 72_000, "同意", later));
        assertEquals(Claim.Stage.APPROVED, approved.stage());
        assertEquals(later.plusDays(10), approved.dueOn());
        assertEquals(later, done(claims.informed(accidents.helper, id, later)).informedOn());
        Claims.Story story = claims.find(accidents.clerk, id).orElseThrow();
        assertEquals(72_000, Objects.requireNonNull(story.decision()).benefitFen());
        assertEquals(
                List.of("reported", "complete", "investigated", "proposed-pay", "approved", "informed"),
                story.steps().stream().map(ClaimStep::what).toList());
        assertEquals("骑车摔倒，右臂骨折", story.circumstances());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MEDICAL    | fall  | NONE    | 6
            MEDICAL    | fire  | NONE    | 7
            DISABILITY | fall  | LIABLE  | 6
            DEATH      | fall  | NONE    | 7
            DEATH      | fire  | UNKNOWN | 9
            """)
    void theListIsWholeForItsKind(Claim.Kind kind, String cause, Claim.ThirdParty party, int papersTold) {
        boolean listed = cause.equals("fire");
        List<PaperKind> told = PaperKind.of(kind, listed, party);
        assertEquals(papersTold, told.size(), told::toString);
        assertEquals(listed, told.contains(PaperKind.DISASTER_SETTLEMENT));
        assertEquals(party != Claim.ThirdParty.NONE, told.contains(PaperKind.LIABILITY_PROOF));
        assertEquals(kind == Claim.Kind.DEATH, told.contains(PaperKind.KINSHIP_PROOF));
    }

    /** 保险法第二十二条: more papers are asked for once; the days to decide run anew from the last of them. */
    @Test
    void morePapersAreAskedForOnce() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "traffic");
        Claim asked =
                done(papers.askMore(accidents.handler, claim.id(), Set.of(PaperKind.LIABILITY_PROOF), "事故涉及他人", TODAY));
        assertEquals(Claim.Stage.REPORTED, asked.stage());
        assertNull(asked.completeOn());
        refused(
                ClaimRefusal.TOLD_ALREADY,
                papers.askMore(accidents.handler, claim.id(), Set.of(PaperKind.PROXY_LETTER), "代领", TODAY));
        refused(
                ClaimRefusal.NO_RIGHT,
                papers.askMore(accidents.helper, claim.id(), Set.of(PaperKind.PROXY_LETTER), "代领", TODAY));
        LocalDate later = TODAY.plusDays(9);
        Claim complete =
                done(papers.doWithout(accidents.handler, claim.id(), PaperKind.LIABILITY_PROOF, "对方逃逸", later));
        assertEquals(Claim.Stage.COMPLETE, complete.stage());
        assertEquals(later.plusDays(30), complete.dueOn());
    }

    @Test
    void whoeverMadeItDoesNotDecideIt() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "fall");
        Claim proposed =
                done(proposals.propose(accidents.handler, claim.id(), claim.version(), medical(100_000), "", TODAY));
        refused(
                AccessRefusal.SAME_PERSON,
                approvals.approve(accidents.handler, claim.id(), proposed.version(), 72_000, "", TODAY));
        refused(
                ClaimRefusal.NO_RIGHT,
                approvals.approve(accidents.clerk, claim.id(), proposed.version(), 72_000, "", TODAY));
        refused(
                ClaimRefusal.CHANGED_MEANWHILE,
                approvals.approve(accidents.checker, claim.id(), proposed.version() - 1, 72_000, "", TODAY));
        Claim back = done(approvals.sendBack(accidents.checker, claim.id(), proposed.version(), "票据少一张", TODAY));
        assertEquals(Claim.Stage.COMPLETE, back.stage());
        assertEquals(claim.dueOn(), back.dueOn());
        refused(
                ClaimRefusal.NOT_NOW,
                approvals.approve(accidents.checker, claim.id(), back.version(), 72_000, "", TODAY));
    }

    /** Above 20,000 yuan one approver is not enough, and he is not both. */
    @Test
    void aboveTheLimitTwoApprove() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.DEATH, "fall");
        Claim proposed =
                done(proposals.propose(accidents.handler, claim.id(), claim.version(), nothingElse(), "", TODAY));
        Claim once = done(approvals.approve(accidents.checker, claim.id(), proposed.version(), 5_000_000, "", TODAY));
        assertEquals(Claim.Stage.PROPOSED, once.stage());
        assertTrue(claims.find(accidents.clerk, claim.id())
                .orElseThrow()
                .decisions()
                .isEmpty());
        refused(
                ClaimRefusal.SAME_PERSON,
                approvals.approve(accidents.checker, claim.id(), once.version(), 5_000_000, "", TODAY));
        assertEquals(
                Claim.Stage.APPROVED,
                done(approvals.approve(accidents.third, claim.id(), once.version(), 5_000_000, "", TODAY))
                        .stage());
    }

    /** 保险法第二十四条, and an appeal that a third person answers. */
    @Test
    void aRefusalNamesItsClauseAndCanBeAppealedAgainst() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "other");
        refused(
                ClaimRefusal.CLAUSE_UNKNOWN,
                proposals.proposeRefusal(accidents.handler, claim.id(), claim.version(), "WH3 §99", "不属意外", TODAY));
        refused(
                ClaimRefusal.REASON_MISSING,
                proposals.proposeRefusal(accidents.handler, claim.id(), claim.version(), "WH3 §3.2", " ", TODAY));
        Claim proposed = done(proposals.proposeRefusal(
                accidents.handler, claim.id(), claim.version(), "WH3 §3.2 ①", "就诊记录是旧病，不是意外", TODAY));
        Claim refused = done(approvals.approve(accidents.checker, claim.id(), proposed.version(), 0, "", TODAY));
        assertEquals(Claim.Stage.REFUSED, refused.stage());
        assertEquals(TODAY.plusDays(3), refused.dueOn());
        assertNull(done(claims.informed(accidents.handler, claim.id(), TODAY)).dueOn());
        int version = accidents.claim(claim.id()).version();
        Claim appealed =
                done(appeals.appeal(accidents.helper, claim.id(), version, "本人", "当天有村医的接诊记录", TODAY.plusDays(9)));
        assertEquals(Claim.Stage.APPEALED, appealed.stage());
        refused(
                ClaimRefusal.SAME_PERSON,
                appeals.review(accidents.checker, claim.id(), appealed.version(), true, "重看", TODAY));
        Claim reopened = done(appeals.review(accidents.third, claim.id(), appealed.version(), true, "村医记录属实", TODAY));
        assertEquals(Claim.Stage.COMPLETE, reopened.stage());
        assertEquals(72_000, accidents.paid(reopened, medical(100_000)));
    }

    /** A claim that is decided anew keeps its place; later ones follow, and the family never pays back. */
    @Test
    void aReviewedClaimKeepsItsPlaceAndLaterOnesFollow() {
        long person = accidents.insured().id();
        Claim first = accidents.complete(person, Claim.Kind.MEDICAL, "fall");
        Claim second = accidents.complete(person, Claim.Kind.MEDICAL, "fall", DAY.plusDays(1));
        assertEquals(800_000, accidents.paid(first, medical(1_010_000)));
        assertEquals(1_000_000, accidents.paid(second, medical(1_260_000)));
        Claim appealed = done(appeals.appeal(
                accidents.clerk, first.id(), accidents.claim(first.id()).version(), "本人", "漏算一张票据", TODAY));
        Claim reopened = done(appeals.review(accidents.third, first.id(), appealed.version(), true, "确有遗漏", TODAY));
        refused(ClaimRefusal.WOULD_TAKE_BACK, proposals.trial(accidents.handler, first.id(), medical(900_000)));
        // 15,000 for the first leaves 5,000 of the limit for the second, which had 10,000: owed in all 2,000 more
        assertEquals(200_000, accidents.paid(reopened, medical(1_885_000)));
        Claims.Story story = claims.find(accidents.clerk, second.id()).orElseThrow();
        ClaimDecision adjusted = Objects.requireNonNull(story.decision());
        assertEquals(500_000, adjusted.benefitFen());
        assertEquals(-500_000, adjusted.differenceFen());
        assertEquals(first.id(), adjusted.becauseOf());
        assertEquals(1, accidents.claim(first.id()).ordinal());
        assertEquals(1_000_000, owed(first));
        assertEquals(1_000_000, owed(second), "what changed for it is owed on the claim that was decided anew");
    }

    private long shown(Claim claim) {
        return office.part(ScopedWork.class)
                .read(
                        accidents.clerk,
                        () -> office.part(JdbcClient.class)
                                .sql(
                                        "select count(*) from access.audit_record where action = 'UNMASKED' and subject = ?")
                                .param(claim.subject())
                                .query(Long.class)
                                .single());
    }

    private long owed(Claim claim) {
        return office.part(PaymentOrders.class).owing(accidents.handler).stream()
                .filter(one -> one.subject().equals(claim.subject()))
                .mapToLong(Owing::owedFen)
                .sum();
    }

    @Test
    void theDisasterInsuranceIsAskedFirst() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "electric-shock");
        refused(ClaimRefusal.DISASTER_FIRST, proposals.trial(accidents.handler, claim.id(), medical(100_000)));
        refused(
                ClaimRefusal.AMOUNTS_INCONSISTENT,
                proposals.trial(accidents.handler, claim.id(), new Assessment(100_000L, 60_000, 50_000L)));
        assertEquals(
                62_000,
                done(proposals.trial(accidents.handler, claim.id(), new Assessment(100_000L, 0, 10_000L)))
                        .benefitFen());
        assertTrue(
                claims.find(accidents.handler, claim.id()).orElseThrow().flags().contains(ClaimFlag.DISASTER_FIRST));
    }

    @Test
    void whatMustBeLookedAtIsFlagged() {
        long person = accidents.insured().id();
        Claim claim = accidents.complete(person, Claim.Kind.MEDICAL, "traffic");
        assertEquals(
                List.of(),
                claims.find(accidents.clerk, claim.id()).orElseThrow().flags());
        LossReport again = new LossReport(
                person,
                Claim.Kind.MEDICAL,
                DAY,
                "上丙村村口",
                "traffic",
                "被车撞倒",
                Claim.ThirdParty.LIABLE,
                Claim.Channel.COUNTER,
                "邻居",
                "",
                true,
                false,
                null);
        long second = done(reports.report(accidents.handler, again, TODAY));
        done(findings.pay(
                accidents.handler,
                second,
                List.of(new Payee(Payee.Kind.PERSON, "丛伤", "", 1, "农商银行", "9000000000000000002", true))));
        assertEquals(
                List.of(ClaimFlag.THIRD_PARTY, ClaimFlag.DOUBLE_CLAIM, ClaimFlag.CARD_CHECK),
                claims.find(accidents.clerk, second).orElseThrow().flags());
        Claim fast = done(papers.receive(accidents.handler, second, EnumSet.allOf(PaperKind.class), TODAY));
        assertEquals(TODAY.plusDays(5), fast.dueOn(), "green channel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-06-02 | fall   | BAD_DATE
            2019-12-31 | fall   | NOT_COVERED
            2020-05-01 | comet  | MISSING_FIELD
            """)
    void whatCannotBeReportedIsSaid(LocalDate day, String cause, ClaimRefusal reason) {
        refused(
                reason,
                reports.report(
                        accidents.handler,
                        Accidents.report(accidents.insured().id(), Claim.Kind.MEDICAL, cause, day),
                        TODAY));
    }

    /** Heirs get what sums to the whole; a person or one proxy gets all of it. */
    @Test
    void theBenefitIsSharedToTheFen() {
        List<Payee> heirs = List.of(heir("甲", 1), heir("乙", 1), heir("丙", 1));
        assertEquals(List.of(1_666_667L, 1_666_667L, 1_666_666L), Payee.shares(heirs, 5_000_000));
        assertEquals(List.of(3_333_333L, 1_666_667L), Payee.shares(List.of(heir("甲", 2), heir("乙", 1)), 5_000_000));
        Claim death = accidents.complete(accidents.insured().id(), Claim.Kind.DEATH, "fall");
        assertEquals(3, done(findings.pay(accidents.handler, death.id(), heirs)));
        refused(
                ClaimRefusal.PAYEE_MISSING,
                findings.pay(accidents.handler, death.id(), List.of(Accidents.payee(Claim.Kind.MEDICAL))));
        refused(
                ClaimRefusal.BAD_CARD,
                findings.pay(
                        accidents.handler,
                        death.id(),
                        List.of(new Payee(Payee.Kind.HEIR, "甲", "子", 1, "农商银行", "12345", true))));
        Claim medical = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "fall");
        refused(ClaimRefusal.PAYEE_MISSING, findings.pay(accidents.handler, medical.id(), heirs));
        assertEquals(
                "9000***********0001",
                claims.find(accidents.handler, medical.id())
                        .orElseThrow()
                        .payees()
                        .getFirst()
                        .card());
    }

    /** The ledger owes it from the decision on; each heir's part is offered to who pays, and to nobody else. */
    @Test
    void whatIsApprovedIsOwedToItsPayees() {
        Claim death = accidents.complete(accidents.insured().id(), Claim.Kind.DEATH, "fall");
        done(findings.pay(accidents.handler, death.id(), List.of(heir("甲", 2), heir("乙", 1))));
        assertEquals(5_000_000, accidents.paid(death, nothingElse()));
        PaymentOrders orders = office.part(PaymentOrders.class);
        Owing owing = orders.owing(accidents.handler).stream()
                .filter(one -> one.subject().equals(death.subject()))
                .findFirst()
                .orElseThrow();
        assertEquals(5_000_000, owing.openFen());
        PayeeSource.Told told =
                orders.told(accidents.handler, death.subject(), owing.openFen()).orElseThrow();
        assertEquals(
                List.of("甲 3333333", "乙 1666667"),
                told.payees().stream()
                        .map(payee -> payee.name() + " " + payee.amount().amount())
                        .toList());
        assertEquals(CARD, told.payees().getFirst().account());
        assertEquals(
                List.of(),
                orders.told(accidents.clerk, death.subject(), owing.openFen())
                        .orElseThrow()
                        .payees());
        assertTrue(orders.told(accidents.rival, death.subject(), 1).isEmpty());
        assertEquals(0, shown(death));
        orders.disclosed(accidents.clerk, death.subject(), owing.openFen());
        assertEquals(0, shown(death));
        orders.disclosed(accidents.handler, death.subject(), owing.openFen());
        assertEquals(1, shown(death), "accounts in clear leave a record");
        assertEquals(TODAY.plusDays(10), accidents.claim(death.id()).dueOn());
        assertEquals("", told(owing, told.payees().getLast()));
        fangpin.office.fund.Payee first = told.payees().getFirst();
        assertTrue(
                told(
                                owing,
                                new fangpin.office.fund.Payee(
                                        first.name(), first.bank(), first.account(), new Fen(3_333_334)))
                        .startsWith("甲 农商银行 "),
                "one heir gets no other's part without a word");
    }

    /** What an order that pays somebody says of whom was decided on. */
    private String told(Owing owing, fangpin.office.fund.Payee payee) {
        long contract = Objects.requireNonNull(owing.contractId());
        PremiumPayments premiums = office.part(PremiumPayments.class);
        Actor finance = accidents.county.account("claims-finance", "371076", Role.FINANCE);
        long premium = done(premiums.enter(
                finance,
                new PremiumPayments.Told(
                        contract,
                        "accident",
                        accidents.county.path,
                        "district",
                        new Fen(10_000_000),
                        TODAY,
                        "T-" + payee.amount().amount()),
                TODAY));
        done(premiums.confirm(accidents.handler, premium, TODAY));
        PaymentOrders orders = office.part(PaymentOrders.class);
        long order = done(orders.raise(accidents.handler, owing.accountId(), payee, TODAY));
        String told = orders.find(accidents.handler, order).orElseThrow().payeeTold();
        done(orders.refuse(accidents.checker, order, "试", TODAY));
        return told;
    }

    private static Payee heir(String name, int weight) {
        return new Payee(Payee.Kind.HEIR, name, "子女", weight, "农商银行", CARD, true);
    }

    /** A death more than 180 days after the accident is not paid unless the setting says otherwise. */
    @Test
    void aDeathLongAfterTheAccidentIsNotPaid() {
        long person = accidents.insured().id();
        LocalDate day = LocalDate.of(2020, 1, 2);
        LocalDate today = LocalDate.of(2020, 12, 1);
        LossReport said = new LossReport(
                person,
                Claim.Kind.DEATH,
                day,
                "村口",
                "fall",
                "摔倒后卧床",
                Claim.ThirdParty.NONE,
                Claim.Channel.PHONE,
                "子",
                "",
                false,
                false,
                day.plusDays(181));
        long id = done(reports.report(accidents.handler, said, today));
        refused(ClaimRefusal.DEATH_TOO_LATE, proposals.trial(accidents.handler, id, nothingElse()));
        Actor system = accidents.county.account("claims-system", "371076", Role.SYSTEM_ADMINISTRATOR);
        ClaimSettings settings = office.part(ClaimSettings.class);
        refused(
                ClaimRefusal.NO_RIGHT,
                settings.set(accidents.clerk, ClaimSetting.CONSEQUENCE_DAYS, 200, "合同另有约定", today));
        done(settings.set(system, ClaimSetting.CONSEQUENCE_DAYS, 200, "合同另有约定", today));
        assertEquals(
                5_000_000,
                done(proposals.trial(accidents.handler, id, nothingElse())).benefitFen());
        done(settings.set(system, ClaimSetting.CONSEQUENCE_DAYS, 180, "合同到期", today));
        refused(ClaimRefusal.DEATH_TOO_LATE, proposals.trial(accidents.handler, id, nothingElse()));
    }

    @Test
    void aReportIsTakenBackUntilItIsDecidedOn() {
        Claim claim = accidents.complete(accidents.insured().id(), Claim.Kind.MEDICAL, "fall");
        refused(ClaimRefusal.REASON_MISSING, claims.withdraw(accidents.helper, claim.id(), claim.version(), "", TODAY));
        Claim gone = done(claims.withdraw(accidents.helper, claim.id(), claim.version(), "自己处理", TODAY));
        assertEquals(Claim.Stage.WITHDRAWN, gone.stage());
        assertNull(gone.dueOn());
    }
}
