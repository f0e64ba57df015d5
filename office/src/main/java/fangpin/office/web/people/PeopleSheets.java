package fangpin.office.web.people;

import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.Divisions;
import fangpin.office.register.Handovers;
import fangpin.office.register.Headcounts;
import fangpin.office.register.InstantHelp;
import fangpin.office.register.KeyVillages;
import fangpin.office.register.OpenFirst;
import fangpin.office.register.PublicNotices;
import fangpin.office.register.Reviews;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register's lists as tables. */
@Configuration(proxyBeanMethods = false)
class PeopleSheets {
    /** One of them; whoever takes lists of people out of the office needs the right to. */
    private record Sheets(String id, Place place, BiFunction<Desk, Map<String, String>, Sheet> made)
            implements ListSheet {
        @Override
        public Right needs() {
            return Right.REGISTER_EXPORT;
        }

        @Override
        public Sheet sheet(Desk desk, Map<String, String> choices) {
            return made.apply(desk, choices);
        }
    }

    private static String field(String name) {
        return "register.field." + name;
    }

    @Bean
    ListSheet caseSheet(Determinations cases) {
        return new Sheets("determinations", Place.DETERMINATIONS, (desk, choices) -> {
            Show show = Show.to(desk);
            List<Determination> found = cases.list(
                    desk.actor(),
                    chosen(Determination.Stage.class, choices.getOrDefault("stage", "")),
                    chosen(Determination.Kind.class, choices.getOrDefault("kind", "")),
                    !choices.getOrDefault("open", "").equals("false"),
                    Long.MAX_VALUE,
                    ListSheet.MOST);
            return new ListSheet.Sheet(
                    List.of(
                            field("case"),
                            field("status"),
                            field("persons"),
                            field("household"),
                            field("stage"),
                            field("clause"),
                            field("declared-on"),
                            field("effective-on"),
                            field("notice-ends")),
                    found.stream()
                            .map(one -> List.of(
                                    show.word(one.kind()),
                                    one.statusKind() == null ? "" : show.status(one.statusKind()),
                                    one.members().stream()
                                            .map(member -> show.name(member.name()))
                                            .collect(Collectors.joining("、")),
                                    one.householdNumber(),
                                    show.word(one.stage()),
                                    one.clause(),
                                    show.date(one.declaredOn()),
                                    show.date(one.effectiveOn()),
                                    show.date(one.noticeTo())))
                            .toList());
        });
    }

    private static <E extends Enum<E>> @Nullable E chosen(Class<E> type, String word) {
        for (E one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        return null;
    }

    @Bean
    ListSheet instantHelpSheet(InstantHelp instantHelp) {
        return new Sheets("instant-help", Place.INSTANT_HELP, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            field("name"),
                            field("household"),
                            field("village"),
                            "register.included-on",
                            "register.ended-on",
                            "register.covered",
                            "register.cover-days",
                            field("clause")),
                    instantHelp
                            .ofYear(
                                    desk.actor(),
                                    number(choices.get("year"), desk.today().getYear()))
                            .stream()
                            .map(line -> List.of(
                                    show.name(line.name()),
                                    line.householdNumber(),
                                    line.village(),
                                    show.date(line.includedOn()),
                                    show.date(line.endedOn()),
                                    show.until(line.coverUntil()),
                                    Long.toString(line.coverDays()),
                                    line.clause()))
                            .toList());
        });
    }

    @Bean
    ListSheet headcountSheet(Headcounts headcounts, Divisions divisions, ScopedWork work) {
        return new Sheets(
                "headcounts",
                Place.HEADCOUNTS,
                (desk, choices) -> work.read(desk.actor(), () -> {
                    String given = choices.getOrDefault("place", "");
                    String place = given.isEmpty() ? desk.actor().scope().path() : given;
                    LocalDate day = day(choices.get("day"), desk.today());
                    Map<String, Map<String, Long>> persons = new LinkedHashMap<>();
                    TreeSet<String> measures = new TreeSet<>();
                    headcounts.below(place, day).forEach(cell -> {
                        persons.computeIfAbsent(cell.path(), key -> new LinkedHashMap<>())
                                .put(cell.measure(), cell.persons());
                        measures.add(cell.measure());
                    });
                    Map<String, String> names = divisions.namesOf(List.copyOf(persons.keySet()));
                    List<String> columns = new ArrayList<>(List.of(field("place"), field("as-of")));
                    measures.forEach(measure -> columns.add("register.measure." + measure));
                    List<List<String>> rows = new ArrayList<>();
                    persons.forEach((path, counts) -> {
                        List<String> row = new ArrayList<>(List.of(names.getOrDefault(path, path), day.toString()));
                        measures.forEach(measure -> row.add(Long.toString(counts.getOrDefault(measure, 0L))));
                        rows.add(row);
                    });
                    return new ListSheet.Sheet(columns, rows);
                }));
    }

    @Bean
    ListSheet handoverSheet(Handovers handovers) {
        return new Sheets("handovers", Place.HANDOVERS, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            field("household"),
                            "register.handover.from",
                            "register.handover.to",
                            "register.notice.persons",
                            "register.handover.moved-on",
                            field("stage"),
                            "register.handover.proposed-on",
                            field("reason")),
                    handovers.list(desk.actor(), OpenFirst.START, ListSheet.MOST).stream()
                            .map(one -> List.of(
                                    one.householdNumber(),
                                    one.fromPlace(),
                                    one.toPlace(),
                                    Integer.toString(one.persons()),
                                    show.date(one.movedOn()),
                                    desk.words()
                                            .of("register.handover."
                                                    + one.stage().name().toLowerCase(Locale.ROOT)),
                                    show.date(one.proposedOn()),
                                    one.reason()))
                            .toList());
        });
    }

    /** A campaign's work list; without a campaign, the campaigns. */
    @Bean
    ListSheet reviewSheet(Reviews reviews) {
        return new Sheets("reviews", Place.REVIEWS, (desk, choices) -> {
            Show show = Show.to(desk);
            long campaign = number(choices.get("campaign"), 0);
            if (campaign == 0) {
                return campaigns(reviews, desk);
            }
            List<Reviews.Item> items = new ArrayList<>(reviews.items(desk.actor(), campaign, true, 0, ListSheet.MOST));
            items.addAll(reviews.items(desk.actor(), campaign, false, 0, ListSheet.MOST - items.size()));
            return new ListSheet.Sheet(
                    List.of(
                            field("household"),
                            "register.review.head",
                            field("village"),
                            "register.review.result",
                            "register.case.note"),
                    items.stream()
                            .map(item -> List.of(
                                    item.number(),
                                    show.name(item.head()),
                                    item.village(),
                                    item.result() == null ? "" : show.word(item.result()),
                                    item.note() == null ? "" : item.note()))
                            .toList());
        });
    }

    private static ListSheet.Sheet campaigns(Reviews reviews, Desk desk) {
        Show show = Show.to(desk);
        return new ListSheet.Sheet(
                List.of(
                        "register.review.year",
                        field("place"),
                        field("clause"),
                        "register.review.due",
                        "register.review.households",
                        "register.review.done"),
                reviews.list(desk.actor()).stream()
                        .map(one -> List.of(
                                Integer.toString(one.year()),
                                one.place(),
                                one.clause(),
                                show.date(one.dueOn()),
                                Long.toString(one.households()),
                                Long.toString(one.done())))
                        .toList());
    }

    @Bean
    ListSheet keyVillageSheet(KeyVillages villages) {
        return new Sheets("key-villages", Place.KEY_VILLAGES, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            field("village"),
                            field("clause"),
                            "register.key-village.from",
                            "register.key-village.until"),
                    villages.list(desk.actor()).stream()
                            .map(one ->
                                    List.of(one.place(), one.clause(), show.date(one.from()), show.until(one.until())))
                            .toList());
        });
    }

    @Bean
    ListSheet noticeSheet(PublicNotices notices) {
        return new Sheets("notices", Place.NOTICES, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of(
                            "register.notice.title",
                            field("status"),
                            field("village"),
                            "register.notice.entries",
                            field("from"),
                            field("until"),
                            "register.notice.place",
                            field("clause")),
                    notices.list(desk.actor(), desk.today(), OpenFirst.START, ListSheet.MOST).stream()
                            .map(one -> List.of(
                                    show.word(one.kind()),
                                    one.statusKind() == null ? "" : show.status(one.statusKind()),
                                    one.village(),
                                    Integer.toString(one.entries().size()),
                                    show.date(one.shownFrom()),
                                    show.until(one.shownTo()),
                                    one.place(),
                                    one.clause()))
                            .toList());
        });
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return TypedDay.of(text).orElse(otherwise);
    }
}
