package fangpin.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an open workbook, found by following its relationships, of the older and of the strict form. */
final class XlsxParts implements Closeable {

    private record Relationship(String type, String target) {}

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private @Nullable String sheet;
    private boolean from1904;

    /** Opens a file that {@link ZipGuard} found good. Errors: there is no workbook in it, or a broken one. */
    XlsxParts(Path file) throws IOException {
        this.file = file;
        this.zip = ZipFile.builder().setPath(file).get();
        try {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries.put(entry.getName().toLowerCase(Locale.ROOT), entry);
            }
            readWorkbook(workbookName());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Whether the days of dates are counted from 1904 on. */
    boolean from1904() {
        return from1904;
    }

    /** The first worksheet. */
    XmlReader sheet() throws IOException {
        if (sheet == null) {
            throw refused("no-sheet");
        }
        return part(sheet);
    }

    /** The part of a type such as {@code sharedStrings}, or null if the workbook has none. */
    @Nullable
    XmlReader partOfType(String type) throws IOException {
        for (Relationship relationship : relationships.values()) {
            if (relationship.type.equals(type)) {
                return part(relationship.target);
            }
        }
        return null;
    }

    private String workbookName() throws IOException {
        if (!entries.containsKey("_rels/.rels")) {
            throw refused("not-workbook");
        }
        for (Relationship relationship : relationships("").values()) {
            if (relationship.type.equals("officeDocument")) {
                if (relationship.target.startsWith("xl/") && relationship.target.endsWith(".xml")) {
                    return relationship.target;
                }
                throw refused(relationship.target.endsWith(".bin") ? "binary-workbook" : "not-workbook");
            }
        }
        throw refused("not-workbook");
    }

    private void readWorkbook(String name) throws IOException {
        relationships.putAll(relationships(name));
        try (XmlReader xml = part(name)) {
            XmlReader.Event event;
            while ((event = xml.next()) != XmlReader.Event.FINISH) {
                if (event != XmlReader.Event.START) {
                    continue;
                }
                if (xml.name().equals("workbookPr")) {
                    String value = String.valueOf(xml.attribute("date1904"));
                    from1904 = value.equals("1") || value.equals("true");
                }
                if (xml.name().equals("sheet") && sheet == null) {
                    Relationship relationship = relationships.get(String.valueOf(xml.relationship()));
                    // a sheet that is only a chart has no rows
                    if (relationship != null && relationship.type.equals("worksheet")) {
                        sheet = relationship.target;
                    }
                }
            }
        }
    }

    /** The relationships of a part by their ids, or those of the file itself for the empty name. */
    private Map<String, Relationship> relationships(String part) throws IOException {
        int folder = part.lastIndexOf('/') + 1;
        String name = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
        Map<String, Relationship> found = new LinkedHashMap<>();
        try (XmlReader xml = part(name)) {
            while (xml.nextStart("Relationship", "Relationships")) {
                String id = xml.attribute("Id");
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                // what lies outside the file is never looked at
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    String kind = type.substring(type.lastIndexOf('/') + 1);
                    found.put(id, new Relationship(kind, resolved(part.substring(0, folder), target)));
                }
            }
        }
        return found;
    }

    private static String resolved(String folder, String target) {
        Deque<String> names = new ArrayDeque<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    private XmlReader part(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new IOException("no part " + name);
        }
        return new XmlReader(file, name, zip.getInputStream(entry));
    }

    private RefusalException refused(String key) {
        return new RefusalException(FileRefusal.of(Reason.NOT_A_TABLE, key, file));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
