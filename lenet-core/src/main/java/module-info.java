/**
 * Classifies images with models that {@code lenet-maven-plugin} trained, and measures how well.
 * {@link io.github.lenet.model.Classifier} is where to begin.
 *
 * <p>An application that only classifies needs nothing but what is required here without {@code static}. Confidence
 * intervals need the two modules of Commons Statistics, which an application that measures adds to its dependencies,
 * and files of predictions that of Commons CSV. Training runs on the class path, in the process that the plugin starts:
 * the packages of Deeplearning4j lie in several jars each, which no module path takes.
 */
module io.github.lenet.core {
    requires com.fasterxml.jackson.core;
    requires transitive java.desktop;
    requires transitive org.jspecify;

    // For the packages that are not exported.
    requires static com.samskivert.jmustache;
    requires static java.net.http;
    requires static java.xml;
    requires static org.apache.commons.compress;

    // For files of predictions.
    requires static org.apache.commons.csv;

    // For the intervals of an evaluation.
    requires static org.apache.commons.statistics.distribution;
    requires static org.apache.commons.statistics.interval;

    exports io.github.lenet.answer;
    exports io.github.lenet.archive;
    exports io.github.lenet.dataset;
    exports io.github.lenet.evaluation;
    exports io.github.lenet.gate;
    exports io.github.lenet.model;
    exports io.github.lenet.network;
    exports io.github.lenet.parameter;
    exports io.github.lenet.picture;
    exports io.github.lenet.recipe;
}
