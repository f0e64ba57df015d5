package fangpin.office.web.project;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.ProjectFinding;
import fangpin.office.project.ProjectFindings;
import fangpin.office.web.Desk;
import fangpin.office.web.FirstRows;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 问题清单: findings that are not closed, the most urgent first. */
@Controller
public class ProjectFindingPages {
    private static final int ROWS = 200;

    private final ProjectFindings findings;

    ProjectFindingPages(ProjectFindings findings) {
        this.findings = findings;
    }

    /** 问题清单页. */
    public record FindingList(FirstRows<ProjectFindings.Listed> findings) {}

    @Needs(Right.PROJECT_READ)
    @GetMapping("/project-findings")
    PageView list(Desk desk) {
        return PageView.of(
                "project/findings-list.jte",
                new Page(desk, desk.words().of("web.place.project-findings"), List.of(), Place.PROJECT_FINDINGS),
                new FindingList(FirstRows.of(ROWS, most -> findings.open(desk.actor(), most))));
    }

    /** How a finding stands. */
    public static String state(ProjectFinding finding) {
        return finding.closing() != null ? "closed" : finding.rectified() != null ? "rectified" : "open";
    }
}
