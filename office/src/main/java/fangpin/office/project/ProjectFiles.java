package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.internal.ProgressRows;
import fangpin.office.project.internal.ProjectFindingRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** 项目附件: papers of a project, photos of its progress and of what was put right; read by whoever may read projects. */
@Service
public final class ProjectFiles {
    private static final Asked ATTACHES = Asked.here(Right.PROJECT_WRITE, Project.Stage.values());

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final ProgressRows progress;
    private final ProjectFindingRows findings;
    private final Attachments attachments;

    ProjectFiles(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            ProgressRows progress,
            ProjectFindingRows findings,
            Attachments attachments) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.progress = progress;
        this.findings = findings;
        this.attachments = attachments;
    }

    /** The word of the project's own papers. */
    public static final String PAPERS = "papers";

    /** The word of a progress report's photos. */
    public static String ofProgress(long report) {
        return "progress-" + report;
    }

    /** The word of a finding's photos. */
    public static String ofFinding(long finding) {
        return "finding-" + finding;
    }

    /**
     * Keeps a file.
     *
     * @param part one of {@link #parts}
     */
    public Answer<Attachments.Listed> attach(
            Actor actor, long id, String part, String fileName, byte[] content, Instant now) {
        return work.write(
                actor,
                () -> gate.hold(actor, ATTACHES, id)
                        .then(project -> parts(id).contains(part)
                                ? attachments.add(
                                        actor,
                                        project.path(),
                                        project.subject() + "/" + part,
                                        Right.PROJECT_READ,
                                        fileName,
                                        content,
                                        now)
                                : Answer.refused(ProjectRefusal.NOT_FOUND)));
    }

    private List<String> parts(long id) {
        List<String> parts = new ArrayList<>();
        parts.add(PAPERS);
        progress.of(id).forEach(one -> parts.add(ofProgress(one.id())));
        findings.of(id).forEach(one -> parts.add(ofFinding(one.id())));
        return parts;
    }

    /** All files of a project, by the word of what they belong to. */
    public Map<String, List<Attachments.Listed>> of(Actor actor, long id) {
        return work.read(actor, () -> {
            Map<String, List<Attachments.Listed>> files = new LinkedHashMap<>();
            if (rows.find(id).isPresent()) {
                for (String part : parts(id)) {
                    List<Attachments.Listed> there = attachments.of(actor, Project.subject(id) + "/" + part);
                    if (!there.isEmpty()) {
                        files.put(part, there);
                    }
                }
            }
            return files;
        });
    }

    /** A file of a project that the actor sees. */
    public <T> Optional<T> read(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        boolean its = of(actor, id).values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.id().equals(file));
        return its ? attachments.read(actor, file, reader) : Optional.empty();
    }
}
