package io.github.lenet.io;

import static io.github.lenet.text.Formatting.format;

/** The memory that the JVM may use, and what to say where it is too little. */
public final class Heap {

    /** Bytes of the unit of {@code -Xmx...m}. */
    public static final long MEBIBYTE = 1 << 20;

    private Heap() {}

    /**
     * The size that the heap may grow to.
     *
     * @return bytes, as {@code -Xmx} or the JVM's own default gives them
     */
    public static long limit() {
        return Runtime.getRuntime().maxMemory();
    }

    /**
     * Says how large the heap is and how it gets larger, in Maven's JVM and in others.
     *
     * @param wanted bytes that the heap should have
     * @return a part of a sentence, without a full stop, that can follow a semicolon
     */
    public static String advice(long wanted) {
        var heap = limit() / MEBIBYTE;
        return format(
                "the Java heap has at most %d MiB, give it more with the option -Xmx%dm (for Maven in MAVEN_OPTS or .mvn/jvm.config, for a"
                        + " training in <jvmArgs>)",
                heap, enough(heap, wanted / MEBIBYTE + 1));
    }

    /** A round size: doubling what there is until it suffices. */
    private static long enough(long heap, long wanted) {
        var size = Math.max(256, Long.highestOneBit(heap) * 2);
        while (size < wanted) {
            size *= 2;
        }
        return size;
    }
}
