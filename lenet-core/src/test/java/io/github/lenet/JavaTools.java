package io.github.lenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.lenet.model.Classifier;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tools of the JDK, for applications that are modules. */
final class JavaTools {

    private JavaTools() {}

    static void run(String tool, String... arguments) {
        var output = new StringWriter();
        var writer = new PrintWriter(output);
        var exit = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertThat(exit).as("%s", output).isZero();
    }

    /** The application, lenet-core, and the two libraries that it cannot do without. */
    static String modulePath(Path application) {
        return application
                + File.pathSeparator
                + Stream.of(Classifier.class, JsonFactory.class, Nullable.class)
                        .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                                .toString())
                        .collect(Collectors.joining(File.pathSeparator));
    }
}
