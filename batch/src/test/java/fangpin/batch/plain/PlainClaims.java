package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** WH3 §3.2: decides a file of claims for Weihai's product {@code accident}. */
public final class PlainClaims {
    /** The columns of the decided rows. */
    public static final List<String> COLUMNS = List.of("claim_id", "person_id", "benefit");

    private final List<List<String>> decided = new ArrayList<>();
    private final List<PlainReject> rejects = new ArrayList<>();

    private PlainClaims() {}

    /**
     * Decides the claims of the members.
     *
     * @throws PlainRefusal when either file is refused as a whole
     */
    public static PlainResult decide(String membersText, String claimsText) {
        PlainMembers members = PlainMembers.read(membersText);
        PlainTable table = PlainTable.read(claimsText, PlainColumns.CLAIMS);
        PlainClaimChecks checks = new PlainClaimChecks(members, table);
        PlainClaims run = new PlainClaims();
        TreeMap<String, List<PlainClaim>> claimsByPerson = new TreeMap<>(PlainIds.BY_BYTES);
        for (PlainRecord record : table.rows()) {
            Optional<PlainReject> reject = checks.reject(record);
            if (reject.isPresent()) {
                run.rejects.add(reject.get());
            } else {
                PlainClaim claim = checks.claim(record);
                claimsByPerson
                        .computeIfAbsent(claim.person(), newPerson -> new ArrayList<>())
                        .add(claim);
            }
        }
        for (List<PlainClaim> claims : claimsByPerson.values()) {
            run.decidePerson(claims);
        }
        run.rejects.sort(Comparator.comparingInt(PlainReject::row));
        return new PlainResult(COLUMNS, run.decided, run.rejects);
    }

    private void decidePerson(List<PlainClaim> claims) {
        claims.sort(Comparator.comparing(PlainClaim::day).thenComparing(PlainClaim::id, PlainIds.BY_BYTES));
        PlainAccidentArithmetic arithmetic = new PlainAccidentArithmetic();
        boolean deceased = false;
        for (PlainClaim claim : claims) {
            if (claim.isDeath() && deceased) {
                // The second death is the later one in the person's own order, wherever the rows stand in the file.
                rejects.add(PlainReject.of(claim.record(), claim.id(), "already-deceased", "kind", claim.kindCell()));
                continue;
            }
            deceased = deceased || claim.isDeath();
            decided.add(List.of(claim.id(), claim.person(), PlainMoney.text(arithmetic.decide(claim))));
        }
    }
}
