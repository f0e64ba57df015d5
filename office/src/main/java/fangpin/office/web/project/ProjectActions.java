package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What comes after something was asked for: the project's page, with the reason on it when it was not done. */
@Component
final class ProjectActions {
    private final ProjectPages pages;

    ProjectActions(ProjectPages pages) {
        this.pages = pages;
    }

    View answer(Desk desk, long id, Typed typed, Answer<?> outcome) {
        return switch (outcome) {
            case Answer.Done<?> done -> See.other("/projects/" + id);
            case Answer.Refused<?> refused
            when refused.reason() == ProjectRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<?> refused -> pages.one(desk, id, typed, refused);
        };
    }
}
