package fangpin.office.web.appropriation;

import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.appropriation.FundPaper.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** 公开网页 (WH6 §3.3: allocation results are all published): papers as plain pages without scripts, for a web site to publish as they are. */
@Component
final class PublicPages {
    private static final String STYLE = """
            body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1f2328}
            table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:right}
            th:first-child,td:first-child{text-align:left}h1{font-size:1.4rem}
            """;

    /** A zip of the pages, with a list of them. */
    byte[] zip(Desk desk, Page page, List<FundPaper> papers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            StringBuilder list = new StringBuilder("<ul>");
            for (FundPaper paper : papers) {
                list.append("<li><a href=\"")
                        .append(paper.name())
                        .append(".html\">")
                        .append(safe(paper.title()))
                        .append("</a></li>");
                put(zip, paper.name() + ".html", html(desk, paper.title(), body(paper)));
            }
            String title =
                    page.say("appropriation.paper.public-title", desk.actor().place());
            put(zip, "index.html", html(desk, title, list.append("</ul>").toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String body(FundPaper paper) {
        StringBuilder body = new StringBuilder();
        for (FundPaper.Block block : paper.blocks()) {
            switch (block) {
                case FundPaper.Paragraph paragraph ->
                    body.append("<p>").append(safe(paragraph.text())).append("</p>");
                case FundPaper.Table table -> table(body, table);
            }
        }
        return body.toString();
    }

    private static void table(StringBuilder body, FundPaper.Table table) {
        body.append("<h2>").append(safe(table.title())).append("</h2><table><thead><tr>");
        table.head().forEach(head -> body.append("<th>").append(safe(head)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (List<Piece> row : table.rows()) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td>").append(safe(cell.text())).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    private static String html(Desk desk, String title, String body) {
        return "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>" + safe(title) + "</title><style>"
                + STYLE + "</style><h1>" + safe(title) + "</h1>" + body + "<p>" + desk.today() + "</p></html>";
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
