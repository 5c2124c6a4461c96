package io.github.lenet.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The main class of a JVM with a small heap: reads each picture several times at once, and prints what came of it. */
final class SmallHeap {

    private static final int AT_ONCE = 4;

    private SmallHeap() {}

    public static void main(String... pictures) {
        Arrays.stream(pictures).map(Path::of).forEach(SmallHeap::read);
    }

    private static void read(Path picture) {
        IntStream.range(0, AT_ONCE)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return "image of " + ImagePreparation.RESIZE.read(picture, 28, 28).length;
                    } catch (IOException e) {
                        return e.getMessage();
                    }
                })
                .distinct()
                .forEach(answer -> System.out.println(picture.getFileName() + ": " + answer));
    }
}
