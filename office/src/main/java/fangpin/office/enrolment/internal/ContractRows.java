package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.Contracts;
import fangpin.office.enrolment.Insurer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contracts and of what they contain. */
@Component
public final class ContractRows {
    private static final String SELECT = """
            select c.*, i.path as insurer_path, i.code as insurer_code, i.name as insurer_name,
                array(select product from enrolment.contract_product p where p.contract_id = c.id order by rate_fen desc, product) as products,
                array(select rate_fen from enrolment.contract_product p where p.contract_id = c.id order by rate_fen desc, product) as rates,
                array(select clause from enrolment.contract_product p where p.contract_id = c.id order by rate_fen desc, product) as clauses
            from enrolment.contract c join enrolment.insurer i on i.id = c.insurer_id
            """;
    private static final RowMapper<Contract> CONTRACT = (row, number) -> read(row);

    private final JdbcClient database;

    ContractRows(JdbcClient database) {
        this.database = database;
    }

    /** All one may see, the newest first. */
    public List<Contract> all() {
        return database.sql(SELECT + " order by c.id desc").query(CONTRACT).list();
    }

    /** One of them. */
    public Optional<Contract> find(long id) {
        return database.sql(SELECT + " where c.id = ?")
                .param(id)
                .query(CONTRACT)
                .optional();
    }

    /** Whether a number is used in a division. */
    public boolean numberTaken(String path, String number) {
        return database.sql("select exists (select from enrolment.contract where path = ? and number = ?)")
                .params(path, number)
                .query(Boolean.class)
                .single();
    }

    /** Keeps a new one. */
    public long insert(
            String path,
            Contracts.Wanted wanted,
            String packHash,
            List<Contract.Line> lines,
            long actor,
            LocalDate today) {
        long id = database.sql("""
                        insert into enrolment.contract (path, number, insurer_id, pack, pack_hash, valid_from, valid_to, bank_account,
                            stage, entered_by, entered_on)
                        values (:path, :number, :insurer, :pack, :hash, :from, :to, :account, 'draft', :actor, :today) returning id
                        """)
                .param("path", path)
                .param("number", wanted.number().strip())
                .param("insurer", wanted.insurer())
                .param("pack", wanted.pack())
                .param("hash", packHash)
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .param("account", wanted.bankAccount().strip())
                .param("actor", actor)
                .param("today", today)
                .query(Long.class)
                .single();
        for (Contract.Line line : lines) {
            database.sql(
                            "insert into enrolment.contract_product (contract_id, path, product, rate_fen, clause) values (?, ?, ?, ?, ?)")
                    .params(id, path, line.product(), line.rateFen(), line.clause())
                    .update();
        }
        return id;
    }

    /**
     * An item that a contract has.
     *
     * @param id of the checklist, a dot, the item's own
     */
    public record Item(String id, String note, long enteredBy, LocalDate enteredOn) {}

    /** The items it has, by their ids. */
    public Map<String, Item> items(long contract) {
        Map<String, Item> items = new HashMap<>();
        database.sql("""
                        select checklist || '.' || item as id, note, entered_by, entered_on from enrolment.contract_item
                        where contract_id = ?
                        """)
                .param(contract)
                .query((row, number) -> new Item(
                        row.getString("id"),
                        row.getString("note"),
                        row.getLong("entered_by"),
                        row.getObject("entered_on", LocalDate.class)))
                .list()
                .forEach(item -> items.put(item.id(), item));
        return items;
    }

    /** Says where an item stands; an empty note takes it away. */
    public void setItem(Contract contract, String checklist, String item, String note, long actor, LocalDate today) {
        database.sql("delete from enrolment.contract_item where contract_id = ? and checklist = ? and item = ?")
                .params(contract.id(), checklist, item)
                .update();
        if (!note.isBlank()) {
            database.sql("""
                            insert into enrolment.contract_item (contract_id, path, checklist, item, note, entered_by, entered_on)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(contract.id(), contract.path(), checklist, item, note.strip(), actor, today)
                    .update();
        }
    }

    /** Whether it stands as somebody saw it; it is locked then. */
    public boolean holds(long id, Contract.Stage stage, int version) {
        return database.sql("select version from enrolment.contract where id = ? and stage = ? for update")
                .params(id, word(stage))
                .query(Integer.class)
                .optional()
                .filter(held -> held == version)
                .isPresent();
    }

    /** Counts a change of what it contains. */
    public void changed(long id) {
        database.sql("update enrolment.contract set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Puts it before a second person. */
    public void propose(long id, long actor) {
        database.sql(
                        "update enrolment.contract set stage = 'proposed', proposed_by = ?, answer = '', version = version + 1 where id = ?")
                .params(actor, id)
                .update();
    }

    /** Answers it. */
    public void answer(long id, Contract.Stage stage, String answer, long actor, LocalDate today) {
        database.sql("""
                        update enrolment.contract set stage = :stage, answer = :answer, answered_by = :actor, answered_on = :today,
                            version = version + 1
                        where id = :id
                        """)
                .param("stage", word(stage))
                .param("answer", answer)
                .param("actor", actor)
                .param("today", today)
                .param("id", id)
                .update();
    }

    private static String word(Contract.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static Contract read(ResultSet row) throws SQLException {
        String[] products = (String[]) row.getArray("products").getArray();
        Long[] rates = (Long[]) row.getArray("rates").getArray();
        String[] clauses = (String[]) row.getArray("clauses").getArray();
        List<Contract.Line> lines = new ArrayList<>();
        for (int i = 0; i < products.length; i++) {
            lines.add(new Contract.Line(products[i], rates[i], clauses[i]));
        }
        return new Contract(
                row.getLong("id"),
                row.getString("path"),
                row.getString("number"),
                new Insurer(
                        row.getLong("insurer_id"),
                        row.getString("insurer_path"),
                        row.getString("insurer_code"),
                        row.getString("insurer_name")),
                row.getString("pack"),
                lines,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("bank_account"),
                Contract.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("proposed_by", Long.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"),
                row.getInt("version"));
    }
}
