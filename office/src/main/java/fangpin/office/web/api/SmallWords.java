package fangpin.office.web.api;

import java.util.Locale;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Alternatives are written in small letters, as addresses and the database write them: {@code policy-beneficiary}. */
final class SmallWords extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        for (int i = 0; i < values.length; i++) {
            names[i] = of(values[i]);
        }
        return names;
    }
}
