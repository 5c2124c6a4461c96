package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class PrintableLogTest {

    private static final String HOSTILE = "a\n[INFO] BUILD SUCCESS\u001b[2J\n  ::error::b";
    private static final String PRINTED = "a\\u000a[INFO] BUILD SUCCESS\\u001b[2J\n  \\u003a:error::b";

    private final RecordingLog recorded = new RecordingLog();
    private final Log log = new PrintableLog(recorded.log(), UnaryOperator.identity());

    @Test
    void everyLevelIsPrintable() {
        log.debug(HOSTILE);
        log.info(HOSTILE);
        log.warn(HOSTILE);
        log.error(HOSTILE);

        assertThat(recorded.lines())
                .containsExactly("debug: " + PRINTED, "info: " + PRINTED, "warn: " + PRINTED, "error: " + PRINTED);
    }

    /** With every method of the interface, so that none is forgotten. */
    @Test
    void noMethodPrintsAnErrorAsItIs() throws Exception {
        var error = new IllegalStateException("c", new IOException(HOSTILE));
        var methods = Arrays.stream(Log.class.getMethods())
                .filter(method -> method.getParameterCount() > 0)
                .toList();
        assertThat(methods).hasSize(12);
        for (var method : methods) {
            var arguments = new ArrayList<Object>();
            for (var type : method.getParameterTypes()) {
                arguments.add(type == Throwable.class ? error : HOSTILE);
            }
            method.invoke(log, arguments.toArray());
        }

        assertThat(recorded.lines())
                .hasSize(12)
                .allMatch(line -> line.endsWith(PRINTED))
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void anUsualErrorKeepsItsStackTrace() {
        var error = new IOException("the disk is full");

        log.debug(error);
        log.warn("so", error);

        assertThat(recorded.lines()).isEqualTo(List.of("debug: " + error, "warn: so"));
    }
}
