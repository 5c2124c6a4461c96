package io.github.lenet.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jazzer calls, without Jazzer. */
class GuidedFuzzingTest {

    @TempDir
    private Path folder;

    private static Set<String> formats() {
        return Formats.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void takesEveryFormat(String name) throws Exception {
        var format = Formats.in(folder, name);
        var whole = format.whole();
        var random = new Random(42);

        GuidedFuzzing.begin(format);
        GuidedFuzzing.fuzzerTestOneInput(whole);
        for (var i = 0; i < 5; i++) {
            GuidedFuzzing.fuzzerTestOneInput(Arrays.copyOf(whole, random.nextInt(whole.length)));
            var noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            GuidedFuzzing.fuzzerTestOneInput(noise);
        }
    }
}
