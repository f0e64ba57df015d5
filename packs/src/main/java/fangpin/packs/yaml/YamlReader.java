package fangpin.packs.yaml;

import fangpin.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML 1.2 text into {@link Yaml}. Nothing is constructed but text, lists and mappings. */
public final class YamlReader {
    private static final int DEPTH = 40;
    private static final int SIZE = 4 * 1024 * 1024;
    /** More values than any pack has; aliases of aliases reach it soon. */
    private static final int VALUES = 500_000;

    private final String file;
    private final List<Problem> problems;
    private int values;
    private boolean endless;

    private YamlReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads one document.
     *
     * @param problems where what is wrong is added
     * @return empty if it is no YAML at all
     */
    public static Optional<Yaml> read(String file, byte[] bytes, List<Problem> problems) {
        return new YamlReader(file, problems).document(bytes);
    }

    private Optional<Yaml> document(byte[] bytes) {
        Place start = new Place(file, 1, 1);
        if (bytes.length > SIZE) {
            notYaml(start, bytes.length + " bytes, more than " + SIZE);
            return Optional.empty();
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return document(text.toString(), start);
        } catch (CharacterCodingException otherwise) {
            notYaml(start, "bytes that are not UTF-8");
            return Optional.empty();
        }
    }

    private Optional<Yaml> document(String text, Place start) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(50)
                .setCodePointLimit(SIZE)
                .build();
        try {
            Parser events = new ParserImpl(settings, new StreamReader(settings, text));
            Optional<Node> root = new Composer(settings, new ShallowEvents(events, DEPTH)).getSingleNode();
            if (root.isEmpty()) {
                notYaml(start, "(empty)");
            }
            Optional<Yaml> read = root.map(node -> convert(node, 0));
            return endless ? Optional.empty() : read;
        } catch (ShallowEvents.TooDeepException tooDeep) {
            notYaml(tooDeep.mark().map(this::place).orElse(start), "more than " + DEPTH + " levels");
            return Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            notYaml(broken.getProblemMark().map(this::place).orElse(start), String.valueOf(broken.getProblem()));
            return Optional.empty();
        } catch (YamlEngineException broken) {
            notYaml(start, String.valueOf(broken.getMessage()));
            return Optional.empty();
        }
    }

    private void notYaml(Place place, String read) {
        problems.add(new Problem(
                place,
                Problem.Reason.NOT_YAML,
                read,
                new Text(
                        "不是可读的 YAML：" + read + "。应为一份 YAML 1.2 文档，缩进用空格。",
                        "Not readable as YAML: " + read
                                + ". One YAML 1.2 document, indented by spaces, would be accepted.")));
    }

    private Yaml convert(Node node, int depth) {
        Place place = node.getStartMark().map(this::place).orElse(new Place(file, 1, 1));
        if (!endless && (depth > DEPTH || values++ > VALUES)) {
            endless = true;
            notYaml(place, "an alias inside itself, or aliases of aliases without end");
        }
        if (endless) {
            return new Yaml.Scalar(place, "", true);
        }
        return switch (node) {
            case ScalarNode scalar ->
                new Yaml.Scalar(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode sequence ->
                new Yaml.Sequence(
                        place,
                        sequence.getValue().stream()
                                .map(item -> convert(item, depth + 1))
                                .toList());
            case MappingNode mapping -> mapping(place, mapping, depth);
            default -> throw new IllegalStateException("unexpected YAML node " + node.getNodeType());
        };
    }

    private Yaml mapping(Place place, MappingNode mapping, int depth) {
        List<Yaml.Mapping.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place keyPlace = tuple.getKeyNode().getStartMark().map(this::place).orElse(place);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                notYaml(keyPlace, "a key that is not a word");
            } else if (!seen.add(key.getValue())) {
                problems.add(new Problem(
                        keyPlace,
                        Problem.Reason.DUPLICATE_KEY,
                        key.getValue(),
                        new Text(
                                "键“" + key.getValue() + "”写了两次；每个键只能写一次。",
                                "The key \"" + key.getValue() + "\" stands twice; each key may stand once.")));
            } else {
                entries.add(new Yaml.Mapping.Entry(key.getValue(), keyPlace, convert(tuple.getValueNode(), depth + 1)));
            }
        }
        return new Yaml.Mapping(place, List.copyOf(entries));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
