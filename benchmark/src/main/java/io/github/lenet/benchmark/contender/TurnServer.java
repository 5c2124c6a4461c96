package io.github.lenet.benchmark.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A contender's side of the conversation. It says {@code ready} and its version once; from then on it gets a line with
 * two numbers for each turn, and answers {@code seconds} and how many. The end of its input ends it. Other lines of its
 * output, which native libraries may print, mean nothing.
 */
final class TurnServer {

    private TurnServer() {}

    /** What a contender does in a turn. */
    interface Turn {

        /**
         * Works through the turn.
         *
         * @param size what one step works on: the images of a mini-batch, or the rows of a matrix
         * @param total what the turn works on: images, or products
         * @return seconds that the work itself took, without its preparation
         */
        double run(int size, int total);
    }

    /**
     * Answers until the input ends.
     *
     * @param version the version of what runs here
     * @param turn what to do
     * @throws IOException if the input cannot be read
     */
    static void serve(String version, Turn turn) throws IOException {
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready " + version);
        for (var request = requests.readLine(); request != null; request = requests.readLine()) {
            var numbers = request.split(" ", -1);
            var seconds = turn.run(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            System.out.println(String.format(Locale.ROOT, "seconds %.9f", seconds));
        }
        // Deeplearning4j leaves threads behind that would keep the process alive.
        System.exit(0);
    }

    /**
     * Refuses to train another network than the others do.
     *
     * @param expected the number of trainable parameters, as an argument of the process
     * @param actual how many the network here has
     * @throws IllegalStateException if it is another number
     */
    static void requireParameters(String expected, long actual) {
        if (!expected.equals(Long.toString(actual))) {
            throw new IllegalStateException(
                    "the network has " + actual + " parameters here, but " + expected + " elsewhere");
        }
    }

    /**
     * The time since a moment.
     *
     * @param begin {@link System#nanoTime} at that moment
     * @return seconds
     */
    static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
