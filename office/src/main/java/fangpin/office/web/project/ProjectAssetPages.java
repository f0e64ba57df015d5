package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.ProjectAsset;
import fangpin.office.project.ProjectAssets;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 资产台账: what projects left behind, how it is, who keeps it running. */
@Controller
public class ProjectAssetPages {
    private static final int ROWS = 100;

    private final ProjectActions actions;
    private final ProjectAssets assets;

    ProjectAssetPages(ProjectActions actions, ProjectAssets assets) {
        this.actions = actions;
        this.assets = assets;
    }

    /**
     * 资产台账页.
     *
     * @param next how many are left out on the next page; null when there is none
     */
    public record AssetRegister(
            List<ProjectAsset> assets, @Nullable Integer next) {}

    @Needs(Right.PROJECT_READ)
    @GetMapping("/project-assets")
    PageView register(Desk desk, @RequestParam(defaultValue = "0") int after) {
        int skip = Math.max(0, after);
        List<ProjectAsset> found =
                assets.register(desk.actor(), desk.actor().scope().path(), skip, ROWS + 1);
        boolean more = found.size() > ROWS;
        return PageView.of(
                "project/assets-register.jte",
                new Page(desk, desk.words().of("web.place.project-assets"), List.of(), Place.PROJECT_ASSETS),
                new AssetRegister(more ? found.subList(0, ROWS) : found, more ? skip + ROWS : null));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/assets")
    View enter(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        OptionalLong value = ProjectForm.fen(typed, "value");
        Optional<LocalDate> inUse = typed.day("inUseOn");
        if (value.isEmpty() || inUse.isEmpty()) {
            return actions.answer(
                    desk,
                    id,
                    typed,
                    Answer.refused(value.isEmpty() ? ProjectRefusal.BAD_AMOUNT : ProjectRefusal.BAD_DATE));
        }
        return actions.answer(
                desk,
                id,
                typed,
                assets.enter(
                        desk.actor(),
                        id,
                        typed.choice(ProjectAsset.Kind.class, "kind").orElse(ProjectAsset.Kind.PUBLIC),
                        typed.in("asset"),
                        typed.in("amount"),
                        typed.in("owner"),
                        typed.in("keeper"),
                        value.getAsLong(),
                        inUse.get(),
                        desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/assets/{asset}/state")
    View state(Desk desk, @PathVariable long id, @PathVariable long asset, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                assets.state(
                        desk.actor(),
                        id,
                        asset,
                        typed.choice(ProjectAsset.State.class, "state").orElse(ProjectAsset.State.IN_USE),
                        typed.in("note"),
                        desk.today()));
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/upkeep")
    View keep(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        OptionalLong cost = ProjectForm.fen(typed, "cost");
        Optional<LocalDate> since = typed.day("since");
        if (cost.isEmpty() || since.isEmpty()) {
            return actions.answer(
                    desk,
                    id,
                    typed,
                    Answer.refused(cost.isEmpty() ? ProjectRefusal.BAD_AMOUNT : ProjectRefusal.BAD_DATE));
        }
        return actions.answer(
                desk,
                id,
                typed,
                assets.keep(
                        desk.actor(),
                        id,
                        typed.in("keeper"),
                        cost.getAsLong(),
                        typed.in("paidFrom"),
                        since.get(),
                        desk.today()));
    }
}
