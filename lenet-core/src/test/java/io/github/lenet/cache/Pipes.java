package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Named pipes, which wait for ever for their other end. */
final class Pipes {

    private Pipes() {}

    /** Makes one, as Java cannot. */
    static void make(Path file) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
