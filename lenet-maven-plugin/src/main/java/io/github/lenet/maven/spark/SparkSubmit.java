package io.github.lenet.maven.spark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileTree;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.PrivateFiles;
import io.github.lenet.maven.worker.WorkerCommand;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The driver of a search on Spark, started by the user's own {@code spark-submit}: it searches in its process on this
 * machine, and its trials run on the cluster.
 *
 * @param installation the user's Spark
 * @param java the JVM that runs the driver
 * @param options what the POM says
 * @param application name of the application, for the pages of the cluster
 * @param jars what the driver and the executors need besides Spark, whose libraries come first
 */
public record SparkSubmit(
        SparkInstallation installation, JavaExecutable java, SparkOptions options, String application, List<Path> jars)
        implements WorkerCommand {

    /** By name, because Spark's classes are not here. */
    private static final String DRIVER = "io.github.lenet.spark.SparkDriver";

    /** What {@code SparkLauncher.NO_RESOURCE} is: the driver is one of the jars. */
    private static final String NO_RESOURCE = "spark-internal";

    private static final String JARS = "spark.jars";

    /**
     * Every module of the JVM, the Vector API among them where there is one. Which JVM that will be is the user's
     * matter, on this machine and on others, and one that is asked for a module by name and lacks it does not start.
     */
    private static final String MODULES = "--add-modules=ALL-SYSTEM";

    private static final int QUOTED_LINES = 3;

    /** What is printed by a Java that does not fit, and what that means. */
    private static final Map<String, String> UNFIT_JAVA = Map.of(
            "UnsupportedClassVersionError",
            "it runs on a Java that is older than 17",
            // The method of Subject that Hadoop calls until its version 3.4, and JDK 23 has taken the meaning from.
            "getSubject is ",
            "this Spark does not run on Java 23 or newer");

    /**
     * Checks what stands in a list with commas.
     *
     * @throws InvalidParameterException if a library is no file, or has a comma in its path
     */
    public SparkSubmit {
        for (var jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw refused(format(
                        "takes jars alone, but %s is none: build the module that it is of first, with `mvn package`",
                        jar));
            }
            if (jar.toString().contains(",")) {
                throw refused(format(
                        "cannot use %s, since Spark separates one jar from the next by a comma; move the local"
                                + " repository (-Dmaven.repo.local) to a folder without it",
                        jar));
            }
        }
        jars = List.copyOf(jars);
    }

    private static InvalidParameterException refused(String reason) {
        return new InvalidParameterException("executor", "spark", reason);
    }

    @Override
    public List<String> prepare(Path folder, Path socket) throws IOException {
        var file = folder.toAbsolutePath().resolve("spark.properties");
        try (var out = PrivateFiles.create(file)) {
            properties().store(out, null);
        }
        return List.of(
                installation.submit().toString(),
                "--properties-file",
                file.toString(),
                "--class",
                DRIVER,
                NO_RESOURCE,
                socket.toString());
    }

    /** With a file of properties, Spark does not read its own, so that its content is in it. */
    private Properties properties() throws IOException {
        var properties = defaults();
        properties.putAll(options.conf());
        if (options.master() != null) {
            properties.setProperty("spark.master", options.master());
        }
        properties.setProperty("spark.submit.deployMode", "client");
        properties.putIfAbsent("spark.app.name", application);
        properties.putIfAbsent("spark.ui.showConsoleProgress", "false");
        var ofUser = properties.getProperty(JARS, "");
        properties.setProperty(
                JARS,
                Stream.concat(
                                Stream.of(ofUser).filter(list -> !list.isBlank()),
                                jars.stream().map(Path::toString))
                        .collect(Collectors.joining(",")));
        addModules(properties, "spark.driver.extraJavaOptions");
        addModules(properties, "spark.executor.extraJavaOptions");
        return properties;
    }

    private Properties defaults() throws IOException {
        var properties = new Properties();
        var file = installation.defaults(System.getenv());
        if (file.isPresent() && Files.exists(file.get())) {
            try (var in = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException(file.get() + " is no file of properties: " + e.getMessage(), e);
            }
        }
        // Spark takes its own values without the white space around them.
        properties.replaceAll((name, value) -> value.toString().strip());
        return properties;
    }

    /** Nothing where the user has said something about these modules. */
    private static void addModules(Properties properties, String name) {
        var options = properties.getProperty(name, "");
        if (!options.contains("--add-modules")) {
            properties.setProperty(name, (options + " " + MODULES).strip());
        }
    }

    @Override
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        var bin = FileTree.folderOf(java.file().toAbsolutePath());
        environment.put("JAVA_HOME", FileTree.folderOf(bin).toString());
        if (installation.home() != null) {
            environment.put("SPARK_HOME", installation.home().toString());
        }
        return environment;
    }

    /** The scripts of Spark read where its configuration, that of Hadoop and a ticket of Kerberos are. */
    @Override
    public boolean needsWholeEnvironment() {
        return true;
    }

    @Override
    public boolean isDebugged() {
        return false;
    }

    @Override
    public String program() {
        return installation.submit().toString();
    }

    @Override
    public List<String> reasons(List<String> printed) {
        var unfit = unfitJava(printed);
        if (unfit.isPresent()) {
            return List.of(unfit.get());
        }
        var telling = printed.stream()
                .filter(line -> line.contains("Error") || line.contains("Exception"))
                .limit(QUOTED_LINES)
                .toList();
        return telling.isEmpty() ? printed.stream().limit(QUOTED_LINES).toList() : telling;
    }

    @Override
    public String remedy(List<String> printed) {
        return unfitJava(printed).isEmpty()
                ? ""
                : "Java 17 fits: set JAVA_HOME in its conf/spark-env.sh to a JDK 17, or choose one with <jdkToolchain>; without"
                        + " either it runs on the JDK of Maven.";
    }

    private static Optional<String> unfitJava(List<String> printed) {
        return UNFIT_JAVA.entrySet().stream()
                .filter(sign -> printed.stream().anyMatch(line -> line.contains(sign.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
