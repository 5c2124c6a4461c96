package io.github.lenet.maven.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The tables beside these classes in the plugin's jar. */
final class Resources {

    private Resources() {}

    /**
     * Reads a table.
     *
     * @param name name of the file
     * @return its entries
     */
    static Properties properties(String name) {
        var properties = new Properties();
        try (var in = Resources.class.getResourceAsStream(name)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: cannot read " + name, e);
        }
        return properties;
    }
}
