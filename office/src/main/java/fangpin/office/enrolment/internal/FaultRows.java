package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.ContractExtension;
import fangpin.office.enrolment.InsurerFault;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of insurers' faults and of extensions. */
@Component
public final class FaultRows {
    private static final String FAULT = """
            select fault.*, kind.words as kind_words, kind.contract_item, kind.serious
            from enrolment.insurer_fault fault join enrolment.fault_kind kind on kind.id = fault.kind_id
            """;
    private static final RowMapper<InsurerFault> FAULTS = (row, number) -> new InsurerFault(
            row.getLong("id"),
            row.getLong("contract_id"),
            new InsurerFault.Kind(
                    row.getLong("kind_id"),
                    row.getString("kind_words"),
                    row.getString("contract_item"),
                    row.getBoolean("serious")),
            row.getObject("happened_on", LocalDate.class),
            row.getString("words"),
            InsurerFault.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("entered_by"),
            row.getObject("entered_on", LocalDate.class),
            row.getObject("answered_by", Long.class),
            row.getString("reason"));
    private static final RowMapper<ContractExtension> EXTENSIONS = (row, number) -> new ContractExtension(
            row.getLong("id"),
            row.getLong("contract_id"),
            row.getObject("former_to", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("clause"),
            row.getString("note"),
            ContractExtension.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("proposed_by"),
            row.getObject("proposed_on", LocalDate.class),
            row.getObject("answered_by", Long.class),
            row.getObject("answered_on", LocalDate.class),
            row.getString("reason"));

    private final JdbcClient database;

    FaultRows(JdbcClient database) {
        this.database = database;
    }

    /** Contracts with something that others than this account brought and that waits for an answer. */
    public List<Long> waiting(long besides) {
        return database.sql("""
                        select contract_id from enrolment.insurer_fault where state = 'entered' and entered_by <> :besides
                        union select contract_id from enrolment.extension where state = 'proposed' and proposed_by <> :besides
                        order by 1
                        """).param("besides", besides).query(Long.class).list();
    }

    /** What a contract counts as a fault, the serious first. */
    public List<InsurerFault.Kind> kinds(long contract) {
        return database.sql("select * from enrolment.fault_kind where contract_id = ? order by serious desc, id")
                .param(contract)
                .query((row, number) -> new InsurerFault.Kind(
                        row.getLong("id"),
                        row.getString("words"),
                        row.getString("contract_item"),
                        row.getBoolean("serious")))
                .list();
    }

    /** Adds one; empty when it is there. */
    public Optional<Long> insertKind(
            Contract contract, String words, String item, boolean serious, long actor, LocalDate day) {
        return database.sql("""
                        insert into enrolment.fault_kind (path, contract_id, words, contract_item, serious, entered_by, entered_on)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                        """)
                .params(contract.path(), contract.id(), words, item, serious, actor, day)
                .query(Long.class)
                .optional();
    }

    /** The faults under a contract, the newest first. */
    public List<InsurerFault> faults(long contract) {
        return database.sql(FAULT + " where fault.contract_id = ? order by fault.id desc")
                .param(contract)
                .query(FAULTS)
                .list();
    }

    /** One fault, locked until the transaction ends. */
    public Optional<InsurerFault> lockedFault(long id) {
        return database.sql(FAULT + " where fault.id = ? for update of fault")
                .param(id)
                .query(FAULTS)
                .optional();
    }

    /** Keeps a fault that was found. */
    public long insertFault(
            Contract contract, long kind, LocalDate happenedOn, String words, long actor, LocalDate day) {
        return database.sql("""
                        insert into enrolment.insurer_fault (path, contract_id, kind_id, happened_on, words, state, entered_by, entered_on)
                        values (?, ?, ?, ?, ?, 'entered', ?, ?) returning id
                        """)
                .params(contract.path(), contract.id(), kind, happenedOn, words, actor, day)
                .query(Long.class)
                .single();
    }

    /** A second person's word about a fault. */
    public void answerFault(long id, InsurerFault.State state, String reason, long actor, LocalDate day) {
        database.sql(
                        "update enrolment.insurer_fault set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?")
                .params(state.word(), reason, actor, day, id)
                .update();
    }

    /** The extensions of a contract, the newest first. */
    public List<ContractExtension> extensions(long contract) {
        return database.sql("select * from enrolment.extension where contract_id = ? order by id desc")
                .param(contract)
                .query(EXTENSIONS)
                .list();
    }

    /** One extension, locked until the transaction ends. */
    public Optional<ContractExtension> lockedExtension(long id) {
        return database.sql("select * from enrolment.extension where id = ? for update")
                .param(id)
                .query(EXTENSIONS)
                .optional();
    }

    /** Keeps a proposed one; empty while another waits. */
    public Optional<Long> insertExtension(
            Contract contract, LocalDate validTo, String clause, String note, long actor, LocalDate day) {
        return database.sql("""
                        insert into enrolment.extension (path, contract_id, former_to, valid_to, clause, note, state, proposed_by, proposed_on)
                        values (?, ?, ?, ?, ?, ?, 'proposed', ?, ?) on conflict do nothing returning id
                        """)
                .params(contract.path(), contract.id(), contract.validTo(), validTo, clause, note, actor, day)
                .query(Long.class)
                .optional();
    }

    /** A second person's answer. */
    public void answerExtension(long id, ContractExtension.State state, String reason, long actor, LocalDate day) {
        database.sql(
                        "update enrolment.extension set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?")
                .params(state.word(), reason, actor, day, id)
                .update();
    }

    /** From now on the contract holds until another day. */
    public void extend(long contract, LocalDate validTo) {
        database.sql("update enrolment.contract set valid_to = ?, version = version + 1 where id = ?")
                .params(validTo, contract)
                .update();
    }

    /** Holds a contract until the transaction ends, so that a fault and an extension never pass each other. */
    public void hold(long contract) {
        database.sql("select id from enrolment.contract where id = ? for update")
                .param(contract)
                .query(Long.class)
                .optional();
    }
}
