package fangpin.office.web.accounts;

import fangpin.office.access.AuditAction;
import fangpin.office.access.AuditReader;
import fangpin.office.access.Right;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit's records that a filter finds, as a table. */
@Component
class AuditSheet implements ListSheet {
    private final AuditReader audit;
    private final Times times;

    AuditSheet(AuditReader audit, Times times) {
        this.audit = audit;
        this.times = times;
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public Right needs() {
        return Right.AUDIT_READ;
    }

    @Override
    public Place place() {
        return Place.AUDIT;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        AuditAction action = Arrays.stream(AuditAction.values())
                .filter(one -> one.name().equals(choices.get("what")))
                .findFirst()
                .orElse(null);
        LocalDate last = day(choices.get("to"), times.day());
        AuditReader.Query query = new AuditReader.Query(
                choices.getOrDefault("who", ""),
                action,
                choices.getOrDefault("subject", ""),
                day(choices.get("from"), last.minusDays(AuditPages.USUAL_DAYS)),
                last,
                null,
                MOST);
        return new Sheet(
                List.of(
                        "access.audit.number",
                        "access.audit.when",
                        "access.audit.who",
                        "access.audit.what",
                        "access.audit.subject",
                        "access.audit.details",
                        "access.audit.address"),
                audit.page(desk.actor(), query).stream()
                        .map(line -> row(desk, line))
                        .toList());
    }

    private List<String> row(Desk desk, AuditReader.Line line) {
        return List.of(
                Long.toString(line.number()),
                times.exact(line.at()),
                line.actorName(),
                desk.words().of(line.action().key()),
                line.subject(),
                new TreeMap<>(line.details())
                        .entrySet().stream()
                                .map(one -> Details.name(desk.words(), one.getKey()) + " "
                                        + desk.words().inWords(one.getValue()))
                                .collect(Collectors.joining("; ")),
                line.fromAddress());
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return TypedDay.of(text).orElse(otherwise);
    }
}
