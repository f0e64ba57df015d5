package fangpin.packs.cases;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a provision what a case asks, and holds the answer against the case's. */
public final class ProvisionCaseRunner {
    private ProvisionCaseRunner() {}

    /**
     * Runs a case.
     *
     * @param pack which may take readings otherwise than the case says: the failures then show what would change
     * @return what came out otherwise
     */
    public static List<CaseFailure> run(PolicyPack pack, ProvisionCase worked) {
        Optional<Provision> provision = pack.provisions().stream()
                .filter(one -> one.id().equals(worked.provision()))
                .findFirst();
        Optional<ProvisionQuestion> question = provision.flatMap(ProvisionQuestion::of);
        List<CaseFailure> failures = new ArrayList<>();
        for (ProvisionCase.Row row : worked.rows()) {
            String got = question.map(one -> one.answer().apply(row.given())).orElse("");
            if (!got.equals(row.answer())) {
                failures.add(new CaseFailure(
                        worked.id(),
                        row.number(),
                        row.place(),
                        question.map(ProvisionQuestion::result).orElse(""),
                        row.answer(),
                        got));
            }
        }
        return List.copyOf(failures);
    }
}
