package fangpin.office.web;

import fangpin.office.policy.PolicyLibrary;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 条文: finds the clauses that the margin of a page shows. */
@Component
public final class Laws {
    private final PolicyLibrary library;

    Laws(PolicyLibrary library) {
        this.library = library;
    }

    /** The clauses of these ids, each once; an id nobody knows is left out. */
    public List<Law> of(String... ids) {
        return Stream.of(ids)
                .distinct()
                .flatMap(id -> library.clause(id).stream()
                        .map(place -> Law.of(
                                id, place.document().title(), place.document().number(), place.clause())))
                .toList();
    }
}
