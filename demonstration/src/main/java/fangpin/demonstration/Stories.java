package fangpin.demonstration;

import java.util.List;

/** 故事集: all stories, in the order they are told. */
record Stories(List<Story> all) {
    static Stories of(Casting casting) {
        FamilyFallsIll illness = new FamilyFallsIll(casting);
        return new Stories(List.of(
                illness,
                new InstantHelpCases(casting),
                new Graduations(casting),
                new PacksInUse(),
                new HospitalsOfTheCounty(),
                new DuplicateAcrossDistricts(casting),
                new MovingHousehold(casting),
                new ReviewOf2020(),
                new InsuranceOf2020(),
                new BillOfTheIllness(illness),
                new MoneyOf2020(),
                new RequestOfLianyun(),
                new AccidentsOf2020(casting, illness),
                new InsurerOf2020(),
                new ProjectsOf2020(),
                new ProjectsOfLicheng(),
                new FundsOf2020(),
                new FundsOfLicheng(),
                new HouseholdsOfLianyun()));
    }

    /** Every household that some story is about. */
    List<Household> households() {
        return all.stream().flatMap(story -> story.households().stream()).toList();
    }
}
