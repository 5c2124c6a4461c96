package io.github.lenet.maven.worker;

import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.io.StringReader;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The {@code java} that a worker runs on.
 *
 * @param file the launcher
 * @param release feature release of its JDK, such as 17
 * @param hasVectors whether the JDK has the module of the Vector API, with which the training is faster
 */
public record JavaExecutable(Path file, int release, boolean hasVectors) {

    private static final String VECTORS = "jdk.incubator.vector";

    /** The release that the project's classes are compiled for. */
    private static final int OLDEST_RELEASE = 17;

    /**
     * The first release that prints warnings about JNI and {@code sun.misc.Unsafe} unless it is told that they are
     * meant.
     */
    private static final int FIRST_RELEASE_THAT_WARNS = 24;

    private static final Pattern FEATURE = Pattern.compile("\"?(\\d+).*");

    /**
     * The one that runs Maven.
     *
     * @return the launcher of this JVM
     */
    public static JavaExecutable ofThisJvm() {
        var name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return new JavaExecutable(
                Path.of(System.getProperty("java.home"), "bin", name),
                Runtime.version().feature(),
                ModuleFinder.ofSystem().find(VECTORS).isPresent());
    }

    /**
     * The one of a toolchain.
     *
     * @param launcher what the toolchain names
     * @return the launcher, with the release and the modules that the JDK's file {@code release} states
     * @throws MojoExecutionException if the JDK is too old, or states no release
     */
    public static JavaExecutable ofToolchain(Path launcher) throws MojoExecutionException {
        var file = FileTree.folderOf(launcher).resolveSibling("release");
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new MojoExecutionException("The JDK of the toolchain is damaged: cannot read " + file, e);
        }
        var matcher = FEATURE.matcher(properties.getProperty("JAVA_VERSION", ""));
        var release = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (release < OLDEST_RELEASE) {
            throw new MojoExecutionException(
                    "The toolchain's JDK at " + file.getParent() + " is Java " + properties.getProperty("JAVA_VERSION")
                            + ", but a training or an inference needs Java " + OLDEST_RELEASE
                            + " or newer. Choose another one with <jdkToolchain><version>[" + OLDEST_RELEASE
                            + ",)</version></jdkToolchain>.");
        }
        return new JavaExecutable(
                launcher, release, properties.getProperty("MODULES", "").contains(VECTORS));
    }

    /** What this JDK needs to hear before it runs native libraries without warnings. */
    List<String> nativeAccessArguments() {
        return release < FIRST_RELEASE_THAT_WARNS
                ? List.of()
                : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    /** What gives this JDK's Vector API to the training; nothing if it has none. */
    List<String> vectorArguments() {
        return hasVectors ? List.of("--add-modules=" + VECTORS) : List.of();
    }
}
