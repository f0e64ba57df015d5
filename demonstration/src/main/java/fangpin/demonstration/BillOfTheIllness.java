package fangpin.demonstration;

import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.Settlements;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 因病故事，出院: 王秀兰's first stay ends on 6 May 2020; the hospital settles the bill of 8,600 yuan on the spot. */
final class BillOfTheIllness implements Story {
    private static final LocalDate DISCHARGED = LocalDate.of(2020, 5, 6);
    private final FamilyFallsIll illness;

    BillOfTheIllness(FamilyFallsIll illness) {
        this.illness = illness;
    }

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        Hospital hospital = scene.face(Hospitals.class).of(scene.as("hospital")).getFirst();
        BillMessage message = new BillMessage(
                "H371082-20200506-000101",
                "ZY20200506-0101",
                Objects.requireNonNull(illness.patient().idNumber),
                LocalDate.of(2020, 4, 20),
                DISCHARGED,
                Map.of(
                        "total_cost", 860_000L,
                        "eligible_cost", 780_000L,
                        "basic_paid", 429_000L,
                        "critical_illness_paid", 0L,
                        "hospital_waiver", 15_000L,
                        "medical_assistance_paid", 80_000L),
                Map.of(),
                "心内科");
        Scene.done(scene.face(Settlements.class).settle(scene.as("hospital"), hospital.id(), message, DISCHARGED));
    }
}
