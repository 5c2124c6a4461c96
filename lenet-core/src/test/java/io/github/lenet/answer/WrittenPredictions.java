package io.github.lenet.answer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of predictions that a test writes and reads.
 *
 * @param folder where they lie
 */
record WrittenPredictions(Path folder) {

    Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    PredictionsFile read(Path file) throws IOException {
        return PredictionsFile.read(file, file.getFileName().toString(), ',');
    }

    PredictionsFile read(String name, String content) throws IOException {
        return read(write(name, content));
    }

    /** What is wrong with a baseline for a candidate, both with a slash in the place of the end of a line. */
    void assertRefused(String candidate, String baseline, String sentence) throws IOException {
        var now = read("new.csv", candidate.replace('/', '\n'));
        var before = read("old.csv", baseline.replace('/', '\n'));

        assertThatThrownBy(() -> before.answersLike(now))
                .isInstanceOf(EvaluationException.class)
                .extracting(problem -> problem.getMessage().replace(folder + File.separator, ""))
                .isEqualTo(sentence);
    }
}
