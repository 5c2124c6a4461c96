package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContenderProcessTest {

    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void setUp() {
        settings = new Settings(1, 1, List.of(), 0, folder, folder, 2);
    }

    @Test
    void hearsVersionAndSecondsAmongOtherOutput() throws Exception {
        try (var process = ContenderProcess.start(contender(Willing.class), settings)) {
            assertThat(process.version()).isEqualTo("1.2.3");
            assertThat(process.turn(32, 640)).isEqualTo(20);
            assertThat(process.turn(64, 640)).isEqualTo(10);
        }
    }

    @Test
    void saysWhyAContenderDoesNotStart() {
        assertThatThrownBy(() -> ContenderProcess.start(contender(Broken.class), settings))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("test: ")
                .hasMessageContaining("java.lang.IllegalStateException: no such library")
                .hasMessageContaining("test-1.log");
    }

    @Test
    void saysWhichProgramIsMissing() {
        var contender =
                new Contender("test", 1, List.of(folder.resolve("python9").toString()));

        assertThatThrownBy(() -> ContenderProcess.start(contender, settings))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("python9");
    }

    @Test
    void tellsNativeLibrariesOfTheirThreadsUnlessTheyMayUseAll() {
        assertThat(contender(Willing.class).environment(2)).containsEntry("OMP_NUM_THREADS", "1");
        assertThat(contender(Willing.class).environment(1)).isEmpty();
    }

    private static Contender contender(Class<?> main) {
        return Contender.inJava("test", 1, main, List.of());
    }

    /** Answers with the number of steps. */
    static final class Willing {

        public static void main(String[] arguments) throws IOException {
            System.out.println("a native library says hello");
            System.out.println("ready 1.2.3");
            var numbers = new Scanner(System.in, StandardCharsets.UTF_8);
            while (numbers.hasNextInt()) {
                var size = numbers.nextInt();
                System.out.println("seconds " + numbers.nextInt() / size);
            }
        }
    }

    /** Ends before it is ready. */
    static final class Broken {

        @SuppressWarnings("DoNotCallSuggester") // The launcher calls it.
        public static void main(String[] arguments) {
            throw new IllegalStateException("no such library");
        }
    }
}
