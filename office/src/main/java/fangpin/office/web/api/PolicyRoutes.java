package fangpin.office.web.api;

import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy library: packs, their documents, every clause word for word. */
@RestController
class PolicyRoutes {
    private final PolicyLibrary library;

    PolicyRoutes(PolicyLibrary library) {
        this.library = library;
    }

    /**
     * 政策包.
     *
     * @param inForceUntil first day it is no longer in force; null for no end
     * @param hash of everything the pack consists of: its identity
     */
    record Pack(
            String id,
            String titleChinese,
            String titleEnglish,
            LocalDate issued,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceUntil,
            String hash,
            @Nullable String superior,
            List<IssuedDocument> documents) {
        static Pack of(PolicyPack pack) {
            PolicyPack.Superior superior = pack.superior();
            LocalDate until = pack.inForce().until();
            return new Pack(
                    pack.id(),
                    pack.title().zh(),
                    pack.title().en(),
                    pack.issued(),
                    pack.inForce().from(),
                    until.equals(LocalDate.MAX) ? null : until,
                    pack.hash(),
                    superior == null ? null : superior.id(),
                    pack.documents().stream().map(IssuedDocument::of).toList());
        }
    }

    /**
     * 文件: as issued.
     *
     * @param issued null where the text does not say
     * @param clauses their number
     */
    record IssuedDocument(
            String id,
            String number,
            String title,
            @Nullable LocalDate issued,
            String sha256,
            int clauses) {
        static IssuedDocument of(Document document) {
            return new IssuedDocument(
                    document.id(),
                    document.number(),
                    document.title(),
                    Fields.isDay(document.issued()) ? document.issued() : null,
                    document.sha256(),
                    document.clauses().size());
        }
    }

    /** 条款, word for word. */
    record ClauseText(String id, String document, String heading, List<String> paragraphs) {
        static ClauseText of(Document document, Clause clause) {
            return new ClauseText(clause.id().text(), document.id(), clause.heading(), clause.paragraphs());
        }
    }

    @Needs(Right.POLICY_READ)
    @GetMapping("/api/v1/policies")
    Listing<Pack> policies() {
        return Listing.whole(library.packs().stream().map(Pack::of).toList());
    }

    @Needs(Right.POLICY_READ)
    @GetMapping("/api/v1/policies/{id}")
    Pack policy(@PathVariable String id) {
        return library.pack(id).map(Pack::of).orElseThrow(NotFoundException::new);
    }

    /** The clauses of a pack in the order of its documents; packs do not change, so a place in that order is a key. */
    @Needs(Right.POLICY_READ)
    @GetMapping("/api/v1/policies/{id}/clauses")
    Listing<ClauseText> policyClauses(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Limit.of(limit);
        List<ClauseText> all = library.pack(id).orElseThrow(NotFoundException::new).documents().stream()
                .flatMap(document -> document.clauses().stream().map(clause -> ClauseText.of(document, clause)))
                .toList();
        int begin = (int) Math.min(all.size(), Limit.after(after, 0));
        List<Integer> places = IntStream.range(begin, Math.min(all.size(), begin + most + 1))
                .boxed()
                .toList();
        return Listing.of(places, most, all::get, place -> Integer.toString(place + 1));
    }

    @Needs(Right.POLICY_READ)
    @GetMapping("/api/v1/clause")
    ClauseText clause(@RequestParam String id) {
        return found(id)
                .map(place -> ClauseText.of(place.document(), place.clause()))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<PolicyLibrary.Place> found(String id) {
        return id.isBlank() ? Optional.empty() : library.clause(id.strip());
    }
}
