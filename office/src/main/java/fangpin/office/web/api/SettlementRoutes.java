package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Trial;
import fangpin.office.web.NotFoundException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Settlement at discharge for a hospital's own system: trial (2303), settle (2304), cancel (2305), query (5203). */
@RestController
class SettlementRoutes {
    static final String LIST = "/api/v1/settlements";

    private final Settlements settlements;
    private final ReferredBills referred;
    private final Hospitals hospitals;
    private final Intake intake;
    private final Once once;

    SettlementRoutes(Settlements settlements, ReferredBills referred, Hospitals hospitals, Intake intake, Once once) {
        this.settlements = settlements;
        this.referred = referred;
        this.hospitals = hospitals;
        this.intake = intake;
        this.once = once;
    }

    /** 医院: one that the program may settle for. */
    record HospitalLine(long id, String code, String nameChinese, String nameEnglish) {
        static HospitalLine of(Hospital hospital) {
            return new HospitalLine(hospital.id(), hospital.code(), hospital.nameChinese(), hospital.nameEnglish());
        }
    }

    /** 医院清单 */
    record HospitalList(List<HospitalLine> items) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/api/v1/hospitals")
    HospitalList hospitals(ApiCall call) {
        return new HospitalList(
                hospitals.of(call.actor()).stream().map(HospitalLine::of).toList());
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(LIST + "/trial")
    SettlementRecord.TrialRecord trySettlement(ApiCall call, @RequestBody BillSent said) {
        check(said);
        return switch (settlements.trial(call.actor(), said.hospital(), said.message(), call.today())) {
            case Answer.Done<Trial>(Trial trial) -> SettlementRecord.TrialRecord.of(trial);
            case Answer.Refused<Trial> refused -> throw new RefusedException(refused, List.of());
        };
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(LIST)
    ResponseEntity<Receipt> settle(ApiCall call, IdempotencyKey key, @RequestBody BillSent said) {
        check(said);
        return Once.orElse(
                () -> intake.settle(call, key, said),
                refused -> referred.keptIfReferred(
                                call.actor(), said.hospital(), said.message(), refused.map(Receipt::id), call.today())
                        .map(bill -> Receipt.of(LIST, bill)));
    }

    /**
     * 撤销.
     *
     * @param version number of the last decision as the program read it
     */
    record Cancellation(Integer version, String reason) {}

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping(LIST + "/{id}/cancellation")
    ResponseEntity<Receipt> cancelSettlement(
            ApiCall call, IdempotencyKey key, @PathVariable long id, @RequestBody Cancellation said) {
        return once.run(
                call,
                key,
                said,
                () -> settlements
                        .cancel(call.actor(), id, said.version(), said.reason(), call.today())
                        .map(bill -> Receipt.of(LIST, bill.id())));
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping(LIST + "/{id}")
    SettlementRecord settlement(ApiCall call, @PathVariable long id) {
        return SettlementRecord.of(settlements.find(call.actor(), id).orElseThrow(NotFoundException::new));
    }

    private static void check(BillSent said) {
        List<FieldFault> faults = said.faults();
        if (!faults.isEmpty()) {
            throw RefusedException.fields(faults);
        }
    }
}
