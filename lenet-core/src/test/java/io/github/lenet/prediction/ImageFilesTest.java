package io.github.lenet.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsTakenWhateverItIsCalled() {
        assertThat(find("scan.tmp", " other ").files())
                .containsExactly(folder.resolve("scan.tmp"), folder.resolve("other"));
    }

    @Test
    void aFolderStandsForTheImagesBelowItByName() throws IOException {
        var last = touch("digits/t10k-images-idx3-ubyte.gz");
        var expected = List.of(touch("digits/a.PNG"), touch("digits/sub/b.jpeg"), last);
        touch("digits/README.md");
        touch("digits/t10k-labels-idx1-ubyte.gz");

        assertThat(find("digits").files()).containsExactlyElementsOf(expected);
    }

    @Test
    void whatSystemsLeaveIsNoImage() throws IOException {
        var expected = touch("digits/a.png");
        touch("digits/._a.png");
        touch("digits/__MACOSX/b.png");
        touch("digits/.cache/c.png");

        assertThat(find("digits").files()).containsExactly(expected);
        assertThat(find("digits/**.png").files()).containsExactly(expected);
    }

    @Test
    void anEmptyFolderIsAProblem() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(find("empty").problems())
                .containsExactly(
                        "the folder " + folder.resolve("empty") + " holds no PNG, JPEG, GIF, BMP or IDX images");
    }

    @Test
    void aStarStaysWithinAFolderAndTwoDoNot() throws IOException {
        var top = touch("scans/a.png");
        var below = touch("scans/deep/b.png");

        assertThat(find("scans/*.png").files()).containsExactly(top);
        assertThat(find("scans/**.png").files()).containsExactly(top, below);
        assertThat(find(folder + "/scans/?.png").files()).containsExactly(top);
    }

    @Test
    void aGlobThatMatchesNothingIsAProblem() {
        assertThat(find("nowhere\u001b/*.png").problems())
                .containsExactly("no file matches " + folder.resolve("nowhere\\u001b") + File.separator + "*.png");
    }

    @Test
    void aGlobThatIsNoneIsAProblem() {
        assertThat(find("[\n.png", "a\0b.png").problems())
                .containsExactly(
                        "'[\\u000a.png' is no file name and no glob: Missing ']",
                        "'a\\u0000b.png' is no file name: Nul character not allowed");
    }

    @Test
    void aFileMayHaveANameLikeAGlob() throws IOException {
        assertThat(find("digit[1].png").problems()).hasSize(1);
        var file = touch("digit[1].png");

        assertThat(find("digit[1].png").files()).containsExactly(file);
    }

    private ImageFiles find(String... names) {
        return ImageFiles.find(List.of(names), folder);
    }

    private Path touch(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
