package fangpin.office.access.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.AuditAction;
import fangpin.office.access.AuditReader;
import fangpin.office.access.ScopedWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit. */
@Service
final class AuditDesk implements AuditReader {
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String PAGE = """
            select record.*, exists (select from access.audit_seal seal where seal.number = record.number) as sealed
            from access.audit_record record
            where record.at >= ? and record.at < ?
              and (cast(? as bigint) is null or record.number < ?)
              and (cast(? as text) is null or record.action = ?)
              and (? = '' or position(? in record.actor_name) > 0)
              and (? = '' or starts_with(record.subject, ?))
            order by record.number desc limit ?
            """;

    private final JdbcClient database;
    private final ScopedWork scoped;
    private final Clock clock;

    AuditDesk(JdbcClient database, ScopedWork scoped, Clock clock) {
        this.database = database;
        this.scoped = scoped;
        this.clock = clock;
    }

    @Override
    public List<Line> page(Actor actor, Query query) {
        AuditAction action = query.action();
        @Nullable String actionName = action == null ? null : action.name();
        return scoped.read(
                actor,
                () -> database.sql(PAGE)
                        .params(start(query.from()), start(query.to().plusDays(1)))
                        .param(query.before())
                        .param(query.before())
                        .param(actionName)
                        .param(actionName)
                        .params(query.actorName(), query.actorName(), query.subject(), query.subject(), query.most())
                        .query(AuditDesk::line)
                        .list());
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Map<String, String> details = JsonMapper.shared().readValue(row.getString("details"), DETAILS);
        return new Line(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getObject("actor_id", Long.class),
                AuditAction.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("from_address"),
                details,
                row.getBoolean("sealed"));
    }
}
