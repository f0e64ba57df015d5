package fangpin.office.web;

import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import java.util.ArrayList;
import java.util.List;

/** 菜单: the places of the desk. A later room adds its own here. */
public enum Place {
    HOME("/", "work", Right.DESK),
    PERSONS("/persons", "people", Right.REGISTER_READ),
    DETERMINATIONS("/determinations", "people", Right.REGISTER_READ),
    INSTANT_HELP("/instant-help", "people", Right.REGISTER_READ),
    NOTICES("/notices", "people", Right.REGISTER_READ),
    REVIEWS("/reviews", "people", Right.REGISTER_READ),
    HANDOVERS("/handovers", "people", Right.REGISTER_READ),
    HEADCOUNTS("/headcounts", "people", Right.REGISTER_READ),
    KEY_VILLAGES("/key-villages", "people", Right.REGISTER_READ),
    ROSTERS("/rosters", "people", Right.REGISTER_IMPORT),
    DASHBOARD("/dashboard", "insurance", Right.SETTLEMENT_READ),
    CONTRACTS("/contracts", "insurance", Right.ENROLMENT_READ),
    INSURED("/insured", "insurance", Right.ENROLMENT_READ),
    PRODUCT_COUNTS("/product-counts", "insurance", Right.ENROLMENT_READ),
    PREMIUM("/premium", "insurance", Right.ENROLMENT_READ),
    HANDBOOKS("/handbooks", "insurance", Right.REGISTER_READ),
    OWN_INSURED("/own-insured", "insurance", Right.INSURED_READ),
    SETTLEMENTS("/settlements", "insurance", Right.SETTLEMENT_READ),
    CLAIMS("/claims", "insurance", Right.CLAIM_READ),
    REIMBURSEMENTS("/reimbursements", "insurance", Right.REIMBURSEMENT_WRITE),
    RECONCILIATIONS("/reconciliations", "insurance", Right.SETTLEMENT_READ),
    COSTS("/costs", "insurance", Right.SETTLEMENT_READ),
    PROJECTS("/projects", "projects", Right.PROJECT_READ),
    PROJECT_FINDINGS("/project-findings", "projects", Right.PROJECT_READ),
    PROJECT_ASSETS("/project-assets", "projects", Right.PROJECT_READ),
    PREMIUM_PAYMENTS("/premium-payments", "money", Right.LEDGER_READ),
    PAYMENTS("/payments", "money", Right.LEDGER_READ),
    CORRIDOR("/corridor", "money", Right.LEDGER_READ),
    LEDGER("/ledger", "money", Right.LEDGER_READ),
    FUND_DOCUMENTS("/fund-documents", "special-funds", Right.FUND_READ),
    FUND_ALLOCATIONS("/fund-allocations", "special-funds", Right.FUND_READ),
    FUND_LINES("/fund-lines", "special-funds", Right.FUND_READ),
    FUND_MOVES("/fund-moves", "special-funds", Right.FUND_READ),
    FUND_REQUESTS("/fund-requests", "special-funds", Right.FUND_READ),
    FUND_SHORTFALLS("/fund-shortfalls", "special-funds", Right.FUND_READ),
    FUND_CLOCKS("/fund-clocks", "special-funds", Right.FUND_READ),
    FUND_PAPERS("/fund-papers", "special-funds", Right.FUND_READ),
    FUND_BOARD("/fund-board", "supervision", Right.SUPERVISION_READ),
    FUND_FINDINGS("/fund-findings", "supervision", Right.SUPERVISION_READ),
    BANK_STATEMENTS("/bank-statements", "supervision", Right.SUPERVISION_READ),
    FUND_BULLETIN("/fund-bulletin", "supervision", Right.SUPERVISION_READ),
    AUDIT_PACKAGES("/audit-packages", "supervision", Right.AUDIT_PACKAGE),
    POLICIES("/policies", "law", Right.POLICY_READ),
    DIVISIONS("/divisions", "office", Right.SYSTEM_MANAGE),
    HOSPITALS("/hospitals", "office", Right.SYSTEM_MANAGE),
    CLAIM_SETTINGS("/claim-settings", "office", Right.SYSTEM_MANAGE),
    HOLIDAYS("/holidays", "office", Right.SYSTEM_MANAGE),
    USERS("/users", "office", Right.USERS_MANAGE),
    SECURITY("/security", "office", Right.SECURITY_MANAGE),
    AUDIT("/audit", "office", Right.AUDIT_READ),
    ACCOUNT("/account", "office", Right.DESK),
    MANUAL("/manual", "office", Right.DESK);

    private final String address;
    private final String group;
    private final Right right;

    Place(String address, String group, Right right) {
        this.address = address;
        this.group = group;
        this.right = right;
    }

    /** A part of the menu. */
    public record Group(String key, List<Place> places) {}

    /** Where it leads. */
    public String address() {
        return address;
    }

    /** The key of its name. */
    public String key() {
        return "web.place." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<Group> menu(Actor actor) {
        List<Group> groups = new ArrayList<>();
        for (Place place : values()) {
            if (!actor.may(place.right)) {
                continue;
            }
            String key = "web.group." + place.group;
            if (groups.isEmpty() || !groups.getLast().key().equals(key)) {
                groups.add(new Group(key, new ArrayList<>()));
            }
            groups.getLast().places().add(place);
        }
        return groups;
    }
}
