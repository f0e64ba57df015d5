package fangpin.office.web.project;

import fangpin.office.access.Right;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectAsset;
import fangpin.office.project.ProjectAssets;
import fangpin.office.project.ProjectItem;
import fangpin.office.project.ProjectQuery;
import fangpin.office.project.Projects;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import fangpin.tables.Column;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 项目、资产清单: they name who answers for a project and to which household an asset belongs, so they leave with their purpose. */
@Configuration(proxyBeanMethods = false)
class ProjectSheets {
    private static final String BUDGET = "project.budget";
    private static final String HOUSEHOLDS = "project.households";
    private static final String PERSONS = "project.persons";
    private static final String VALUE = "project.asset.value";

    @Bean
    ListSheet projectListSheet(Projects projects, ProjectPages pages) {
        return new MadeSheet("projects", Right.PROJECT_READ, Place.PROJECTS, (desk, choices) -> {
            Map<String, ProjectItem> items = pages.items(desk);
            return new ListSheet.Sheet(
                    List.of(
                            "project.number",
                            "project.name",
                            "project.place",
                            "project.item",
                            "project.stage",
                            "project.plan-year",
                            BUDGET,
                            HOUSEHOLDS,
                            PERSONS,
                            "project.implementer",
                            "project.responsible",
                            "project.starts-on",
                            "project.ends-on",
                            "project.content"),
                    projects.list(desk.actor(), asked(desk, Typed.of(choices))).stream()
                            .map(one -> row(desk, items, one))
                            .toList(),
                    Map.of(BUDGET, Column.Kind.MONEY, HOUSEHOLDS, Column.Kind.NUMBER, PERSONS, Column.Kind.NUMBER));
        });
    }

    /** What the list's address asks for; a choice that is none counts as not made. */
    private static ProjectQuery asked(Desk desk, Typed choices) {
        return new ProjectQuery(
                ProjectPages.within(desk, choices.in("place")),
                year(choices.in("year")),
                choices.choice(Project.Stage.class, "stage").orElse(null),
                choices.in("item"),
                choices.in("open").equals("true"),
                choices.choice(ProjectQuery.Sort.class, "sort").orElse(ProjectQuery.Sort.RECENT),
                0,
                ListSheet.MOST);
    }

    private static @Nullable Integer year(String text) {
        return text.matches("[0-9]{4}") ? Integer.valueOf(text) : null;
    }

    private static List<String> row(Desk desk, Map<String, ProjectItem> items, Project one) {
        Show show = Show.to(desk);
        return List.of(
                one.number(),
                one.plan().name(),
                one.place(),
                ProjectPages.name(items, one, show),
                desk.words().of("project.stage." + Project.word(one.stage())),
                one.planYear() == null ? "" : Integer.toString(one.planYear()),
                Long.toString(one.budgetFen()),
                Integer.toString(one.plan().households()),
                Integer.toString(one.plan().persons()),
                one.plan().implementer(),
                one.plan().responsible(),
                show.date(one.plan().startsOn()),
                show.date(one.plan().endsOn()),
                one.plan().content());
    }

    @Bean
    ListSheet projectAssetSheet(ProjectAssets assets) {
        return new MadeSheet(
                "project-assets",
                Right.PROJECT_READ,
                Place.PROJECT_ASSETS,
                (desk, choices) -> new ListSheet.Sheet(
                        List.of(
                                "project.asset",
                                "project.asset.kind",
                                "project.place",
                                "project.asset.amount",
                                "project.asset.owner",
                                "project.asset.keeper",
                                VALUE,
                                "project.asset.in-use-on",
                                "project.asset.state",
                                "project.asset.certificate",
                                "project.asset.confirmed-on"),
                        assets.register(desk.actor(), desk.actor().scope().path(), 0, ListSheet.MOST).stream()
                                .map(one -> row(desk, one))
                                .toList(),
                        Map.of(VALUE, Column.Kind.MONEY)));
    }

    private static List<String> row(Desk desk, ProjectAsset one) {
        Show show = Show.to(desk);
        return List.of(
                one.name(),
                desk.words().of("project.asset.kind." + Project.word(one.kind())),
                one.place(),
                one.amount(),
                one.owner(),
                one.keeper(),
                Long.toString(one.valueFen()),
                show.date(one.inUseOn()),
                desk.words().of("project.asset.state." + Project.word(one.state())),
                one.certificate(),
                show.date(one.confirmedOn()));
    }
}
