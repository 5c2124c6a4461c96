package io.github.lenet.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A part of a page that lies beside these classes. */
final class Resource {

    private Resource() {}

    /** The text of a resource that every build of this library has. */
    static String text(String name) {
        try (var in = Resource.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
