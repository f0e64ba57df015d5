package fangpin.packs.show;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read again by a strict parser: a page that is not well formed cannot be read. */
record PageReading(List<Element> all, String text) {
    static PageReading of(String page) {
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)))
                    .getDocumentElement();
            NodeList nodes = root.getElementsByTagName("*");
            List<Element> all = new ArrayList<>();
            for (int at = 0; at < nodes.getLength(); at++) {
                all.add((Element) nodes.item(at));
            }
            return new PageReading(List.copyOf(all), root.getTextContent());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The names of the elements, in the order of the page. */
    List<String> elements() {
        return all.stream().map(Element::getTagName).toList();
    }

    /** The values of an attribute, in the order of the page. */
    List<String> attributes(String name) {
        return all.stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }
}
