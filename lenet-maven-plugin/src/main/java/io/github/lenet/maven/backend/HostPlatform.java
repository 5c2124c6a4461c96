package io.github.lenet.maven.backend;

import java.util.Locale;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/** Maps this operating system and processor to the classifier of the native libraries that are published for them. */
final class HostPlatform {

    private HostPlatform() {}

    /**
     * The classifier for the running JVM.
     *
     * @return for example {@code linux-x86_64}
     * @throws MojoExecutionException if no native libraries are published for it
     */
    static String classifier() throws MojoExecutionException {
        return classifier(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The classifier for an operating system and a processor.
     *
     * @param osName value of the system property {@code os.name}
     * @param osArch value of the system property {@code os.arch}
     * @return for example {@code macosx-arm64}
     * @throws MojoExecutionException if no native libraries are published for it
     */
    static String classifier(String osName, String osArch) throws MojoExecutionException {
        var platforms = Resources.properties("platforms.properties");
        // "Mac OS X", "Windows 11" and "Linux" become "mac", "windows" and "linux".
        var system = osName.toLowerCase(Locale.ROOT).split(" ")[0];
        var classifier = platforms.getProperty(system + "." + osArch.toLowerCase(Locale.ROOT));
        if (classifier == null) {
            throw new MojoExecutionException(
                    "Deeplearning4j has no native libraries for " + osName + " on " + osArch
                            + ". There are libraries for "
                            + String.join(
                                    ", ",
                                    new TreeSet<>(platforms.stringPropertyNames().stream()
                                            .map(platforms::getProperty)
                                            .toList()))
                            + ". Train with -Dlenet.backend=cpu and without a <backendClassifier>: that is plain Java and runs everywhere.");
        }
        return classifier;
    }
}
