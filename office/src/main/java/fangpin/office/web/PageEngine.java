package fangpin.office.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The pages, compiled when the office was built. */
final class PageEngine {
    private static final String PACKAGE = "fangpin.office.web.page";

    private PageEngine() {}

    static TemplateEngine create() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
        engine.setTrimControlStructures(true);
        return engine;
    }
}
