package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Trial;
import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * 国家医保接口: trial (2303), settle (2304), cancel (2305) and query (5203), field for field as hospitals' systems send them to the national
 * platform. What is refused is answered with infcode -1 and a sentence; the sender's own number of a message keeps it from being done twice. Messages
 * of a program with a registered key are signed, see {@link NationalSeals}.
 */
@RestController
class NationalRoutes {
    private static final String HOME = "/api/v1/national/";

    private final Settlements settlements;
    private final ReferredBills referred;
    private final Hospitals hospitals;
    private final NationalMessages messages;
    private final NationalSeals seals;

    NationalRoutes(
            Settlements settlements,
            ReferredBills referred,
            Hospitals hospitals,
            NationalMessages messages,
            NationalSeals seals) {
        this.settlements = settlements;
        this.referred = referred;
        this.hospitals = hospitals;
        this.messages = messages;
        this.seals = seals;
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(HOME + "2303")
    NationalReply national2303(ApiCall call, @RequestBody NationalEnvelope asked, SentBody sent) {
        return answer(
                call,
                asked,
                sent,
                "2303",
                hospital -> NationalMessage.of(asked)
                        .then(message -> settlements.trial(call.actor(), hospital.id(), message, call.today()))
                        .map(trial -> new NationalAnswer(asked.data(), trial.settled(), null, null, false, 1)));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(HOME + "2304")
    NationalReply national2304(ApiCall call, @RequestBody NationalEnvelope asked, SentBody sent) {
        return answer(
                call,
                asked,
                sent,
                "2304",
                hospital -> NationalMessage.of(asked)
                        .then(message -> referred.settle(call.actor(), hospital.id(), message, call.today()))
                        .map(bill -> kept(call, bill, asked.data())));
    }

    private NationalAnswer kept(ApiCall call, Bill bill, NationalData data) {
        messages.keep(call.actor(), bill, NationalSaid.of(data, call.now()));
        return of(call, bill, data, messages.of(call.actor(), bill), 1);
    }

    /** A settlement cancelled before is answered the same way again: it comes back with negative amounts, and nothing changes. */
    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(HOME + "2305")
    NationalReply national2305(ApiCall call, @RequestBody NationalEnvelope asked, SentBody sent) {
        return answer(
                call,
                asked,
                sent,
                "2305",
                hospital -> asked(call, hospital, asked)
                        .then(bill -> cancelled(call, bill, asked))
                        .map(bill -> told(call, bill, -1)));
    }

    private Answer<Bill> cancelled(ApiCall call, Bill bill, NationalEnvelope asked) {
        if (bill.latest().kind() == Decision.Kind.CANCELLED) {
            return Answer.done(bill);
        }
        String said = Objects.requireNonNullElse(asked.data().memo(), "").strip();
        String reason = said.isEmpty() ? "2305" : said;
        return settlements.cancel(call.actor(), bill.id(), bill.latest().number(), reason, call.today());
    }

    @Needs(Right.SETTLEMENT_READ)
    @PostMapping(HOME + "5203")
    NationalReply national5203(ApiCall call, @RequestBody NationalEnvelope asked, SentBody sent) {
        return answer(
                call,
                asked,
                sent,
                "5203",
                hospital -> asked(call, hospital, asked).map(bill -> told(call, bill, 1)));
    }

    /** A settlement with what was kept of its message. */
    private NationalAnswer told(ApiCall call, Bill bill, int sign) {
        Optional<NationalSaid> said = messages.of(call.actor(), bill);
        return of(call, bill, NationalData.of(bill, said), said, sign);
    }

    /** The settlement that a message names. */
    private Answer<Bill> asked(ApiCall call, Hospital hospital, NationalEnvelope asked) {
        String number = Objects.requireNonNullElse(asked.data().setlId(), "").strip();
        if (number.isEmpty()) {
            return Answer.refused(NationalRefusal.FIELD_MISSING, "setl_id");
        }
        Optional<Bill> bill = number.matches("[0-9]{1,18}")
                ? settlements.find(call.actor(), Long.parseLong(number))
                : Optional.empty();
        return bill.filter(found -> found.hospital().id() == hospital.id())
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(NationalRefusal.SETTLEMENT_UNKNOWN, number));
    }

    private NationalAnswer of(ApiCall call, Bill bill, NationalData asked, Optional<NationalSaid> said, int sign) {
        Decision counted = bill.decisions().reversed().stream()
                .filter(one -> one.kind() != Decision.Kind.CANCELLED)
                .findFirst()
                .orElseThrow();
        Trial worked = settlements.explained(call.actor(), bill, counted);
        return new NationalAnswer(
                asked,
                worked.settled(),
                bill.id(),
                said.map(NationalSaid::time).orElseGet(() -> NationalSaid.timeOf(bill)),
                bill.latest().kind() == Decision.Kind.CANCELLED,
                sign);
    }

    private NationalReply answer(
            ApiCall call,
            NationalEnvelope asked,
            SentBody sent,
            String infno,
            Function<Hospital, Answer<NationalAnswer>> work) {
        Optional<Sm2PublicKey> key = seals.keyOf(call);
        Answer<NationalAnswer> answer = seals.checked(call, asked, sent, key)
                .then(sound -> hospital(call, asked, infno))
                .then(work);
        NationalReply reply = switch (answer) {
            case Answer.Done<NationalAnswer>(NationalAnswer done) ->
                NationalReply.done(asked, call.now(), done.output());
            case Answer.Refused<NationalAnswer> refused ->
                NationalReply.refused(
                        asked, call.now(), sentence(refused.reason().key(), refused.arguments()));
        };
        return key.isPresent() || NationalSeals.SM2.equals(asked.signtype()) ? seals.signed(reply) : reply;
    }

    private static String sentence(String key, List<Object> arguments) {
        return Words.in(Language.CHINESE)
                .of(
                        key,
                        arguments.stream()
                                .map(argument -> argument instanceof fangpin.kernel.Text text
                                        ? text.in(fangpin.kernel.Text.Language.ZH)
                                        : argument)
                                .toArray());
    }

    private Answer<Hospital> hospital(ApiCall call, NationalEnvelope asked, String infno) {
        if (!infno.equals(asked.infno())) {
            return Answer.refused(NationalRefusal.INFNO, infno);
        }
        if (asked.msgid() == null || asked.msgid().isBlank()) {
            return Answer.refused(NationalRefusal.FIELD_MISSING, "msgid");
        }
        String code = Objects.requireNonNullElse(asked.fixmedinsCode(), "").strip();
        return hospitals.of(call.actor()).stream()
                .filter(one -> one.code().equalsIgnoreCase(code))
                .findFirst()
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(NationalRefusal.HOSPITAL_UNKNOWN, code));
    }
}
