package io.github.lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.model.Classifier;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loads our classes where Deeplearning4j and ONNX Runtime are absent: in Maven's process, and in an application that
 * only classifies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutDeeplearning4jTest {

    private final URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());

    @Test
    void deeplearning4jIsAbsentHere() {
        for (var name : List.of(
                "org.deeplearning4j.nn.multilayer.MultiLayerNetwork",
                "org.nd4j.linalg.factory.Nd4j",
                "ai.onnxruntime.OrtSession")) {
            assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("loadedClasses")
    void loadsAndLinks(String name) throws Exception {
        var type = Class.forName(name, true, loader);

        assertThat(type.getClassLoader()).isSameAs(loader);
        assertThat(type.getAnnotations()).isNotNull();
        // Resolves every type in a signature, also in angle brackets; a type that is absent is reported in the text.
        assertThat(Stream.of(
                                Stream.of(type.getDeclaredFields()).map(Field::toGenericString),
                                Stream.of(type.getDeclaredMethods()).map(Method::toGenericString),
                                Stream.of(type.getDeclaredConstructors()).map(Constructor::toGenericString))
                        .flatMap(signatures -> signatures))
                .noneMatch(signature -> signature.contains("TypeNotPresentException"));
    }

    private Stream<String> loadedClasses() throws Exception {
        var classes = Path.of(Classifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(classes)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
                    .map(name -> name.replaceAll("\\.class$", ""))
                    .filter(name -> !name.equals("module-info"))
                    .filter(name -> !name.matches("io\\.github\\.lenet\\.(deeplearning4j|onnxruntime)\\..*"))
                    .toList()
                    .stream();
        }
    }

    private static URL[] urls() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(deeplearning4j|nd4j|bytedeco|onnxruntime).*"))
                .map(WithoutDeeplearning4jTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
