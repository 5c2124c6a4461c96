package io.github.lenet.maven;

import static java.util.Map.entry;
import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.worker.JavaExecutable;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parameter of {@code lenet:train} changed alone, in the goal itself: either another training has to make the
 * model, or the one that is there stays. A new parameter has to be declared here.
 */
@MojoTest(realRepositorySession = true)
class FingerprintTest {

    private static final Path FOLDER = Path.of("target", "fingerprint-test").toAbsolutePath();

    /** What both trainings have in common, and what the second has instead. */
    private record Change(boolean decidesTheModel, Map<String, ?> common, Object value) {}

    private static final Map<String, ?> CUDA = Map.of("backend", "cuda");
    private static final Map<String, ?> PICTURES = Map.of("dataDirectory", file("pictures"));

    private static final Map<String, Change> CHANGES = Map.ofEntries(
            entry("architecture", another("lenet5-1998")),
            entry("augmentation", another("affine")),
            entry("backend", another("cuda")),
            entry("backendClassifier", another("linux-x86_64-cudnn", CUDA)),
            entry("batchSize", another("16")),
            entry("dataDirectory", another(file("other-data"))),
            entry("dataset", another("other-digits")),
            entry("datasetArtifact", another("com.acme:digits:2", fromArtifact())),
            entry("earlyStoppingPatience", another("2", Map.of("validationFraction", "0.1"))),
            entry("epochs", another("11")),
            entry("imageColour", another("rgb", PICTURES)),
            entry("imagePreparation", another("resize", PICTURES)),
            entry("imageSize", another("32", PICTURES)),
            entry("initialModel", another(file("1.zip"))),
            entry("learningRate", another("0.003")),
            entry("schedule", another("step")),
            entry("seed", another("43")),
            entry("testFraction", another(0.5, PICTURES)),
            entry("validationFraction", another("0.1")),
            entry("warmup", another("200")),
            entry("weightDecay", another("0.05")),
            entry("attach", same(false)),
            entry("attachProvenance", same(false)),
            entry("cacheDirectory", same(file("other-cache"))),
            entry("cachedModels", same(0)),
            entry("checkpointInterval", same(60)),
            entry("classifier", same("digits")),
            entry("cudaRedist", same(true, CUDA)),
            entry("debugForkedProcess", same(true)),
            entry("force", same(true)),
            entry("forkedProcessTimeoutInSeconds", same(60)),
            entry("jdkToolchain", same(Map.of("version", "17"))),
            entry("jvmArgs", same("-Xmx2g")),
            entry("keepUpdaterState", same(true)),
            entry("lockTimeout", same(60)),
            entry("outputDirectory", same(file("other-output"))),
            entry("resourcePath", same("digits/model.zip")),
            entry("trustCache", same(true)),
            entry("skip", same(true)),
            entry("skipTrain", same(true)),
            entry("sources", same(List.of("npm"))),
            entry("sourceServer", same("mirror")),
            entry("threads", same(3)));

    private static Change another(Object value) {
        return another(value, Map.of());
    }

    private static Change another(Object value, Map<String, ?> common) {
        return new Change(true, common, value);
    }

    private static Change same(Object value) {
        return same(value, Map.of());
    }

    private static Change same(Object value, Map<String, ?> common) {
        return new Change(false, common, value);
    }

    private static Map<String, ?> fromArtifact() {
        var values = new TreeMap<String, Object>();
        values.put("dataDirectory", null);
        values.put("datasetArtifact", "com.acme:digits:1");
        return values;
    }

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("train", "digits", "");
    }

    @BeforeAll
    static void prepareData() throws IOException {
        SyntheticDigits.write(FOLDER.resolve("data"), 40, 10, 1);
        SyntheticDigits.write(FOLDER.resolve("other-data"), 40, 10, 2);
        zip(FOLDER.resolve("data"), file("1.zip"));
        zip(FOLDER.resolve("other-data"), file("2.zip"));
        for (var label : List.of("flat", "steep")) {
            var folder = Files.createDirectories(FOLDER.resolve("pictures").resolve(label));
            for (var number = 0; number < 10; number++) {
                ImageIO.write(
                        line(label.equals("steep"), number),
                        "png",
                        folder.resolve(number + ".png").toFile());
            }
        }
    }

    private static void zip(Path folder, File zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip.toPath()));
                var files = Files.list(folder)) {
            for (var file : files.toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
        }
    }

    private static BufferedImage line(boolean isSteep, int place) {
        var image = new BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY);
        for (var along = 5; along < 20; along++) {
            image.setRGB(isSteep ? 5 + place : along, isSteep ? along : 5 + place, 0xffffff);
        }
        return image;
    }

    static Stream<String> parameters() throws Exception {
        return Builds.plugin().getMojo("train").getParameters().stream()
                .filter(Parameter::isEditable)
                .map(Parameter::getName);
    }

    @Test
    void knowsEveryParameter() throws Exception {
        assertThat(CHANGES).containsOnlyKeys(parameters().toList());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    @InjectMojo(goal = "train")
    void aChangeAloneIsAnotherTrainingOrNot(String parameter, TrainMojo mojo) throws Exception {
        var change = CHANGES.get(parameter);
        mojo.setLog(new RecordingLog().log());
        setVariableValueToObject(mojo, "session", session(mojo));
        setVariableValueToObject(mojo, "dataset", "my-digits");
        setVariableValueToObject(mojo, "dataDirectory", file("data"));
        setVariableValueToObject(mojo, "cacheDirectory", file("cache"));
        for (var value : change.common().entrySet()) {
            setVariableValueToObject(mojo, value.getKey(), value.getValue());
        }
        var before = fingerprint(mojo);

        setVariableValueToObject(mojo, parameter, change.value());

        if (change.decidesTheModel()) {
            assertThat(fingerprint(mojo)).isNotEqualTo(before);
        } else {
            assertThat(fingerprint(mojo)).isEqualTo(before);
        }
    }

    private static String fingerprint(TrainMojo mojo) throws Exception {
        return mojo.training().inputs(mojo.request()).sha256();
    }

    /** A build with a JDK of a toolchain, and with two versions of a module that is a data set. */
    @SuppressWarnings("deprecation") // The only constructor without a lookup of components.
    private static MavenSession session(TrainMojo mojo) {
        var jdk = new ToolchainModel();
        jdk.setType("jdk");
        jdk.addProvide("version", "17");
        var home = new Xpp3Dom("jdkHome");
        home.setValue(JavaExecutable.ofThisJvm().file().getParent().getParent().toString());
        var configuration = new Xpp3Dom("configuration");
        configuration.addChild(home);
        jdk.setConfiguration(configuration);
        var request = new DefaultMavenExecutionRequest().setToolchains(Map.of("jdk", List.of(jdk)));
        var session = new MavenSession(
                null, mojo.session().getRepositorySession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(digits("1"), digits("2")));
        return session;
    }

    private static MavenProject digits(String version) {
        var module = new MavenProject();
        module.setGroupId("com.acme");
        module.setArtifactId("digits");
        module.setVersion(version);
        var handler = new DefaultArtifactHandler("zip");
        var artifact = new DefaultArtifact("com.acme", "digits", version, null, "zip", null, handler);
        artifact.setFile(file(version + ".zip"));
        module.setArtifact(artifact);
        return module;
    }

    private static File file(String name) {
        return FOLDER.resolve(name).toFile();
    }
}
