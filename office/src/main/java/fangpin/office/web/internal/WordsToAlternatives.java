package fangpin.office.web.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads an alternative of an address or a form as addresses write it, in small letters: {@code newest}, {@code key-village}. */
final class WordsToAlternatives implements ConverterFactory<String, Enum<?>> {
    @Override
    public <T extends Enum<?>> Converter<String, @Nullable T> getConverter(Class<T> type) {
        return word -> word.isBlank() ? null : alternative(type, word);
    }

    private static <T extends Enum<?>> T alternative(Class<T> type, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (T one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no alternative of " + type.getSimpleName());
    }
}
