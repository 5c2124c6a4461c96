package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Every {@code classes.txt} gives usable names or one error with the name of the file. */
class ClassNamesPropertyTest {

    private Path folder;
    private Path file;

    @BeforeProperty
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("classes");
        file = folder.resolve("classes.txt");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        Files.delete(file);
        Files.delete(folder);
    }

    private void assertNamesOrOneClearError(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            assertThat(ClassNames.of(new DatasetFolder(folder)))
                    .hasSizeBetween(2, 256)
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name).isNotEmpty().isEqualTo(name.strip()));
        } catch (DatasetUnavailableException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
        }
    }

    @Property(tries = 300)
    void anyLines(@ForAll @Size(max = 6) List<String> lines) throws IOException {
        assertNamesOrOneClearError(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void anyBytes(@ForAll @Size(max = 40) byte[] bytes) throws IOException {
        assertNamesOrOneClearError(bytes);
    }

    @Property(tries = 50)
    void anyNumberOfLines(@ForAll @IntRange(max = 300) int count) throws IOException {
        var text = new StringBuilder();
        for (var label = 0; label < count; label++) {
            text.append("class ").append(label).append('\n');
        }
        assertNamesOrOneClearError(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void namesOfOtherScriptsAreNames() throws IOException {
        Files.writeString(file, "お\nき\n");

        assertThat(ClassNames.of(new DatasetFolder(folder))).containsExactly("お", "き");
    }
}
