package fangpin.office.claims.internal;

import fangpin.kernel.settlement.Settlement;
import fangpin.office.claims.Assessment;
import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimDecision;
import fangpin.office.claims.ClaimTrial;
import fangpin.office.claims.Proposal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of proposals, approvals and decisions, and the account of a period. */
@Component
public final class DecisionRows {
    private final JdbcClient database;

    DecisionRows(JdbcClient database) {
        this.database = database;
    }

    /** The approved claims of a person's period, locked until the transaction ends. */
    public List<ClaimAccount.Entry> account(Claim claim) {
        return database.sql("select * from claims.account(?, ?, ?, ?)")
                .params(claim.personId(), claim.pack(), claim.product(), claim.periodFrom())
                .query((row, number) -> new ClaimAccount.Entry(
                        row.getLong("claim_id"),
                        row.getInt("ordinal"),
                        ClaimRows.value(Claim.Kind.class, row.getString("kind")),
                        row.getLong("adoption_id"),
                        row.getObject("deciding_on", LocalDate.class),
                        row.getString("accident_key"),
                        numbers(row.getArray("input_values")),
                        numbers(row.getArray("figures_before")),
                        numbers(row.getArray("figures_after")),
                        row.getLong("benefit_fen")))
                .list();
    }

    /** Keeps a proposal to pay, with what it was worked out from. */
    public long insertPaying(
            Claim claim,
            ClaimTrial trial,
            long adoption,
            Assessment found,
            String clause,
            String note,
            ClaimRows.By by) {
        Settlement settled = trial.settled();
        return database.sql("""
                        insert into claims.proposal (claim_id, number, path, insurer_id, pays, adoption_id, grade, eligible_fen,
                            other_paid_fen, disaster_paid_fen, benefit_fen, figures_before, pack_hash, input_hash, engine, clause, note,
                            proposed_by, proposed_on)
                        select :claim, coalesce(max(number), 0) + 1, :path, :insurer, true, :adoption, :grade, :eligible, :other, :disaster,
                            :benefit, :before, :packHash, :inputHash, :engine, :clause, :note, :actor, :day
                        from claims.proposal where claim_id = :claim returning id
                        """)
                .param("claim", claim.id())
                .param("path", claim.path())
                .param("insurer", claim.insurerId())
                .param("adoption", adoption)
                .param("grade", trial.grade())
                .param("eligible", found.eligibleFen())
                .param("other", found.otherPaidFen())
                .param("disaster", found.disasterPaidFen())
                .param("benefit", trial.benefitFen())
                .param("before", settled.explanation().before().toArray(Long[]::new))
                .param("packHash", settled.receipt().packHash())
                .param("inputHash", settled.receipt().inputHash())
                .param("engine", settled.receipt().engineVersion())
                .param("clause", clause)
                .param("note", note.strip())
                .param("actor", by.actor())
                .param("day", by.day())
                .query(Long.class)
                .single();
    }

    /** Keeps a proposal not to pay. */
    public long insertRefusing(Claim claim, String clause, String reason, ClaimRows.By by) {
        return database.sql("""
                        insert into claims.proposal (claim_id, number, path, insurer_id, pays, clause, note, proposed_by, proposed_on)
                        select :claim, coalesce(max(number), 0) + 1, :path, :insurer, false, :clause, :reason, :actor, :day
                        from claims.proposal where claim_id = :claim returning id
                        """)
                .param("claim", claim.id())
                .param("path", claim.path())
                .param("insurer", claim.insurerId())
                .param("clause", clause)
                .param("reason", reason.strip())
                .param("actor", by.actor())
                .param("day", by.day())
                .query(Long.class)
                .single();
    }

    /** The proposals of a claim, the first first. */
    public List<Proposal> proposals(long claim) {
        return database.sql("""
                        select proposal.*, (select coalesce(array_agg(approved_by order by known), '{}') from (
                            select approved_by, approved_on as known from claims.approval where proposal_id = proposal.id) each) as approvals
                        from claims.proposal where claim_id = ? order by number
                        """)
                .param(claim)
                .query((row, number) -> proposal(row))
                .list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        boolean pays = row.getBoolean("pays");
        return new Proposal(
                row.getLong("id"),
                row.getInt("number"),
                pays,
                row.getObject("adoption_id", Long.class),
                pays
                        ? new Assessment(
                                row.getObject("eligible_fen", Long.class),
                                row.getLong("other_paid_fen"),
                                row.getObject("disaster_paid_fen", Long.class))
                        : null,
                row.getObject("grade", Integer.class),
                row.getObject("benefit_fen", Long.class),
                row.getString("clause"),
                row.getString("note"),
                row.getLong("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                numbers(row.getArray("approvals")),
                row.getObject("agreed", Boolean.class),
                row.getString("answer"));
    }

    /** Keeps that somebody agreed to a proposal. */
    public void approve(Claim claim, long proposal, String note, ClaimRows.By by) {
        database.sql("""
                        insert into claims.approval (proposal_id, path, insurer_id, approved_by, approved_on, note) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(proposal, claim.path(), claim.insurerId(), by.actor(), by.day(), note.strip())
                .update();
    }

    /** Closes a proposal. */
    public void answer(long proposal, boolean agreed, String answer, LocalDate day) {
        database.sql("update claims.proposal set agreed = ?, answer = ?, answered_on = ? where id = ?")
                .params(agreed, answer.strip(), day, proposal)
                .update();
    }

    /** What a decision is: of which claim, why, by which rules. */
    public record Made(
            long claimId,
            @Nullable Long becauseOf,
            long adoptionId,
            LocalDate decidingOn,
            String accidentKey,
            long differenceFen) {}

    /** Keeps a decision. */
    public void insert(Made made, Settlement settled, ClaimRows.By by) {
        database.sql("""
                        insert into claims.decision (claim_id, number, path, insurer_id, kind, because_of, adoption_id, deciding_on,
                            accident_key, input_values, figures_before, figures_after, benefit_fen, difference_fen, year_paid_fen, pack_hash,
                            input_hash, engine, decided_by, decided_on)
                        select claim.id, (select coalesce(max(number), 0) + 1 from claims.decision where claim_id = claim.id), claim.path,
                            claim.insurer_id, case when :because::bigint is null then 'decided' else 'adjusted' end, :because, :adoption,
                            :deciding, :accident, :values, :before, :after, :benefit, :difference, :yearPaid, :packHash, :inputHash, :engine,
                            :actor, :day
                        from claims.claim where claim.id = :claim
                        """)
                .param("claim", made.claimId())
                .param("because", made.becauseOf())
                .param("adoption", made.adoptionId())
                .param("deciding", made.decidingOn())
                .param("accident", made.accidentKey())
                .param("values", settled.input().values().toArray(Long[]::new))
                .param("before", settled.explanation().before().toArray(Long[]::new))
                .param("after", settled.explanation().after().toArray(Long[]::new))
                .param("benefit", settled.paid().amount())
                .param("difference", made.differenceFen())
                .param("yearPaid", settled.yearPaid().amount())
                .param("packHash", settled.receipt().packHash())
                .param("inputHash", settled.receipt().inputHash())
                .param("engine", settled.receipt().engineVersion())
                .param("actor", by.actor())
                .param("day", by.day())
                .update();
    }

    /** The decisions on a claim, the first first. */
    public List<ClaimDecision> decisions(long claim) {
        return database.sql("select * from claims.decision where claim_id = ? order by number")
                .param(claim)
                .query((row, number) -> new ClaimDecision(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getObject("because_of", Long.class),
                        row.getLong("adoption_id"),
                        row.getObject("deciding_on", LocalDate.class),
                        row.getString("accident_key"),
                        numbers(row.getArray("input_values")),
                        numbers(row.getArray("figures_before")),
                        row.getLong("benefit_fen"),
                        row.getLong("difference_fen"),
                        row.getLong("year_paid_fen"),
                        row.getString("pack_hash"),
                        row.getString("input_hash"),
                        row.getString("engine"),
                        row.getLong("decided_by"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    private static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
