package io.github.lenet.spark;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import org.apache.spark.SparkConf;

/** What an executor needs for the images, said before anything is sent. */
final class ExecutorMemory {

    private static final String MEMORY = "spark.executor.memory";

    private static final int MEBIBYTE = 1 << 20;

    /** What Spark keeps for itself ({@code RESERVED_SYSTEM_MEMORY_BYTES} in its memory manager), in MiB. */
    private static final int RESERVED = 300;

    /** What was sent in pieces, what was put together of it, the images, and the copy of them that a training has. */
    private static final int COPIES = 4;

    private ExecutorMemory() {}

    /**
     * Checks that there is room.
     *
     * @param inputs bytes that all trials share
     * @param conf the configuration
     * @throws IOException if an executor has less memory than they take
     */
    static void requireRoomFor(long inputs, SparkConf conf) throws IOException {
        var needed = RESERVED + COPIES * inputs / MEBIBYTE;
        if (isLocal(conf)) {
            require(needed, Runtime.getRuntime().maxMemory() / MEBIBYTE, "spark.driver.memory");
        } else {
            require(needed, conf.getSizeAsMb(MEMORY, "1g"), MEMORY);
        }
    }

    /** Whether the driver is the only executor, as with {@code local[2]}. */
    private static boolean isLocal(SparkConf conf) {
        return conf.get("spark.master", "").matches("local(\\[.*)?");
    }

    private static void require(long needed, long available, String property) throws IOException {
        if (available < needed) {
            throw new IOException(format(
                    "an executor needs about %d MiB for the training images, but has %d MiB. Give it more, for example"
                            + " <sparkConf><%s>%dm</%s></sparkConf>",
                    needed, available, property, Math.max(1024, 2 * needed), property));
        }
    }
}
