package io.github.lenet.maven.tuning;

import io.github.lenet.maven.configuration.WrittenValues;
import io.github.lenet.search.SearchSpace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code search}: in a POM a map, and as a property one line. Maven converts a parameter of either kind,
 * but none of both, so that this one is taken as it is written.
 *
 * @param written the element, or null
 * @param values what Maven makes of the texts in it
 */
public record SpaceParameter(@Nullable PlexusConfiguration written, WrittenValues values) {

    /**
     * Reads it.
     *
     * @return the space
     * @throws io.github.lenet.parameter.InvalidParameterException if there is none, or it cannot be searched
     */
    public SearchSpace read() {
        if (written != null && written.getChildCount() > 0) {
            var space = new LinkedHashMap<String, @Nullable String>();
            for (var dimension : written.getChildren()) {
                space.put(dimension.getName(), values.text(dimension.getValue()).orElse(null));
            }
            return SearchSpace.of(space);
        }
        return values.text(written == null ? null : written.getValue())
                .map(SearchSpace::parse)
                .orElseGet(() -> SearchSpace.of(Map.of()));
    }
}
