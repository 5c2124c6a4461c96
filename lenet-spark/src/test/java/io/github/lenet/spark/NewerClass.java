package io.github.lenet.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Classes for a Java that does not exist yet: to them every JVM is too old, as Java 11 is to our own. */
final class NewerClass {

    /** Where a class file has the version of the JVM that it needs. */
    private static final int MAJOR_VERSION = 6;

    private NewerClass() {}

    /** A folder for the beginning of a class path, with such a copy of a class. */
    static String folderOf(Class<?> type, Path parent) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        var folder = parent.resolve("newer-" + type.getSimpleName());
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        try (var in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
            var bytes = in.readAllBytes();
            ByteBuffer.wrap(bytes).putShort(MAJOR_VERSION, Short.MAX_VALUE);
            Files.write(file, bytes);
        }
        return folder.toString();
    }
}
