package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is signed, example by example; nothing where two messages could have the same text. */
class NationalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sorted by name              | {"b":"2","a":"1"}                        | a=1&b=2
            white space between         | { "b" : "2" ,\t"a":"1" }                 | a=1&b=2
            the signature left out      | {"cainfo":"x","signtype":"SM2"}          | signtype=SM2
            empty members left out      | {"a":"","b":null,"c":{},"d":[],"e":"5"}  | e=5
            empty when rid of empties   | {"a":{"b":{"c":""}},"d":"4"}             | d=4
            numbers as they were sent   | {"a":12000.00,"b":-0,"c":1E3,"d":true}   | a=12000.00&b=-0&c=1E3&d=true
            objects sorted at depth     | {"input":{"z":{"y":1,"x":"2"},"a":"b"}}  | input={"a":"b","z":{"x":"2","y":"1"}}
            arrays as they are          | {"input":[{"b":1,"a":""},null,"",3,[]]}  | input=[{"b":"1"},null,"","3",[]]
            an object within an array   | {"input":[{}]}                           | input=[{}]
            escapes                     | {"a":{"b":"q\\"s\\\\n\\nu\\u0001/中\\u4e2d"}} | a={"b":"q\\"s\\\\n\\nu\\u0001/中中"}
            nothing escaped at the top  | {"a":"q\\"=中"}                           | a=q"=中
            rare characters             | {"a":{"b":"\\ud842\\udfb7野家"}}            | a={"b":"𠮷野家"}
            a text that is JSON         | {"a":{"b":"{\\"c\\":1}"}}                  | a={"b":"{\\"c\\":1}"}
            an ampersand at the top     | {"a":"1&b=2"}                            |
            an ampersand below          | {"a":{"b":"1&2"}}                        | a={"b":"1&2"}
            a name that is none         | {"a=1&b":"2"}                            |
            no object                   | [{"a":"1"}]                              |
            """)
    void theTextThatIsSigned(String what, String message, @Nullable String expected) {
        String found = NationalText.of(JsonMapper.shared(), message.getBytes(StandardCharsets.UTF_8))
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse(null);
        assertEquals(expected, found, what);
    }
}
